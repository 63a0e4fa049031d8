package org.muletwilio.testkit.tool;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program that runs beside a test, with its output in a file, and ends with it. */
public final class ToolProcess implements AutoCloseable {

  private static final long LOOK_MILLIS = 20;

  private final Process process;
  private final List<String> command;
  private final Path output;

  private ToolProcess(Process process, List<String> command, Path output) {
    this.process = process;
    this.command = command;
    this.output = output;
  }

  /**
   * @param folder its working directory, which gets its output too
   */
  public static ToolProcess start(Path folder, List<String> command) {
    try {
      Path output = Files.createTempFile(folder, "output", ".log");
      Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
          .redirectOutput(output.toFile()).start();
      process.getOutputStream().close();
      return new ToolProcess(process, command, output);
    } catch (IOException e) {
      throw new UncheckedIOException(command.get(0) + " doesn't start", e);
    }
  }

  /**
   * Waits until the output matches.
   *
   * @return the match
   * @throws IllegalStateException if it doesn't in time, or the program ends before
   */
  public Matcher awaitOutput(Pattern pattern, Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      boolean ended = !process.isAlive();
      Matcher matcher = pattern.matcher(output());
      if (matcher.find()) {
        return matcher;
      }
      if (ended || System.nanoTime() > end) {
        throw new IllegalStateException(command + (ended ? " has ended" : " takes too long") + " and said: " + output());
      }
      process.waitFor(LOOK_MILLIS, MILLISECONDS);
    }
  }

  /** @throws IllegalStateException if it doesn't end in time, or fails */
  public void awaitEnd(Duration limit) throws InterruptedException {
    if (!process.waitFor(limit.toMillis(), MILLISECONDS) || process.exitValue() != 0) {
      throw new IllegalStateException(command + " failed and said: " + output());
    }
  }

  public String output() {
    try {
      return Files.readString(output, Charset.defaultCharset());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Asks it to end, as a signal does, and waits for that.
   *
   * @throws IllegalStateException if it doesn't end in time
   */
  public void terminate(Duration limit) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(limit.toMillis(), MILLISECONDS)) {
      throw new IllegalStateException(command + " doesn't end and said: " + output());
    }
  }

  /** Kills it, as a crash does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(5, SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    children.forEach(ProcessHandle::destroy);
  }
}
