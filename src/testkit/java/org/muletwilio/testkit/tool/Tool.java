package org.muletwilio.testkit.tool;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs that tests drive where they are installed. */
public final class Tool {

  private static final List<String> MORE_FOLDERS = List.of("/usr/sbin", "/usr/local/sbin", "/sbin");

  private Tool() {}

  /** @return where a program is, if it is installed */
  public static Optional<Path> find(String program) {
    return Stream.concat(Stream.of(System.getenv().getOrDefault("PATH", "").split(":")), MORE_FOLDERS.stream())
        .filter(folder -> !folder.isEmpty()).map(folder -> Path.of(folder, program)).filter(Files::isExecutable).findFirst();
  }
}
