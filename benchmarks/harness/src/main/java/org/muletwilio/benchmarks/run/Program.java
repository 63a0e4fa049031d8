package org.muletwilio.benchmarks.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that is measured.
 *
 * @param name what the tables call it
 * @param command starts it
 * @param directory where it starts
 */
public record Program(String name, List<String> command, Path directory) {

  /** @return the same with options for the Java that runs it */
  Program withJavaOptions(String... options) {
    List<String> all = new ArrayList<>(command);
    all.addAll(1, List.of(options));
    return new Program(name, all, directory);
  }
}
