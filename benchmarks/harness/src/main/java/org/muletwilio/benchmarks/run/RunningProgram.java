package org.muletwilio.benchmarks.run;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A program in a process of its own, and the talk with it. */
final class RunningProgram implements AutoCloseable {

  private final Program program;
  private final Process process;
  private final BufferedReader in;
  private final PrintWriter out;
  private final List<String> messageUrls = new ArrayList<>();
  private final List<String> callUrls = new ArrayList<>();
  private int port;
  private long readyAt;

  private RunningProgram(Program program, Path log) throws IOException {
    this.program = program;
    process = new ProcessBuilder(program.command()).directory(program.directory().toFile())
        .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
    in = process.inputReader();
    out = new PrintWriter(process.outputWriter(), true);
  }

  /**
   * Starts a program and waits until it is ready.
   *
   * @param log what it says on standard error goes there
   */
  static RunningProgram start(Program program, Path log) throws IOException {
    RunningProgram running = new RunningProgram(program, log);
    try {
      running.awaitReady();
      return running;
    } catch (IOException e) {
      running.process.destroyForcibly();
      throw new IOException("'" + program.name() + "' did not start, see " + log, e);
    }
  }

  String name() {
    return program.name();
  }

  int port() {
    return port;
  }

  /** @return by {@link System#nanoTime()} */
  long readyAt() {
    return readyAt;
  }

  List<String> messageUrls() {
    return messageUrls;
  }

  List<String> callUrls() {
    return callUrls;
  }

  Usage usage() throws IOException {
    return Usage.of(cpu(), ask("status"));
  }

  /** Collects garbage first. */
  Usage usageAfterCollection() throws IOException {
    return Usage.of(cpu(), ask("collect"));
  }

  /** @return the one line with which the program answers */
  String ask(String command) throws IOException {
    out.println(command);
    String line = in.readLine();
    if (line == null) {
      throw new IOException("'" + program.name() + "' has ended");
    }
    return line;
  }

  @Override
  public void close() {
    out.println("end");
    try {
      if (!process.waitFor(5, SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private void awaitReady() throws IOException {
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String rest = line.substring(line.indexOf(' ') + 1);
      if (line.startsWith("message ")) {
        messageUrls.add(rest);
      } else if (line.startsWith("call ")) {
        callUrls.add(rest);
      } else if (line.startsWith("ready ")) {
        port = Integer.parseInt(rest);
        readyAt = System.nanoTime();
        return;
      }
    }
    throw new IOException("it ended before it was ready");
  }
}
