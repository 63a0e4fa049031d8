package org.muletwilio.simulator;

import org.muletwilio.simulator.api.ApiExchange;
import org.muletwilio.simulator.callback.CallbackAttempt;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Runs the simulator from the command line and prints a line for each request and callback. */
public final class Main {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

  /** The configuration file is looked at so often, in milliseconds. */
  private static final long LOOK_AGAIN = 500;

  private Main() {}

  public static void main(String[] arguments) throws InterruptedException {
    SimulatorOptions options;
    try {
      options = SimulatorOptions.parse(List.of(arguments));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println("--help shows what there is");
      System.exit(2);
      return;
    }
    if (options.help()) {
      System.out.print(SimulatorHelp.TEXT);
      return;
    }
    TwilioSimulator simulator;
    try {
      simulator = start(options, System.out);
    } catch (IllegalArgumentException | UncheckedIOException e) {
      System.err.println(reason(e));
      System.exit(1);
      return;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(simulator)));
    watch(options.configuration().map(ConfigurationFile::file), simulator);
  }

  private static void close(TwilioSimulator simulator) {
    try {
      simulator.close();
    } catch (UncheckedIOException e) {
      System.err.println(reason(e));
    }
  }

  private static String reason(RuntimeException failure) {
    Throwable cause = failure.getCause();
    boolean more = failure instanceof UncheckedIOException && !failure.getMessage().contains(String.valueOf(cause.getMessage()));
    return failure.getMessage() + (more ? ": " + cause.getMessage() : "");
  }

  /** Reads a configuration file again whenever it changes. */
  private static void watch(Optional<Path> file, TwilioSimulator simulator) throws InterruptedException {
    Optional<FileTime> read = file.map(ConfigurationFile::changed);
    while (true) {
      Thread.sleep(LOOK_AGAIN);
      Optional<FileTime> changed = file.map(ConfigurationFile::changed);
      if (!changed.equals(read)) {
        read = changed;
        readAgain(file.orElseThrow(), simulator, System.out);
      }
    }
  }

  /** Applies a configuration file that has changed; an error in it is printed and leaves the simulator running. */
  static void readAgain(Path file, TwilioSimulator simulator, PrintStream out) {
    try {
      ConfigurationFile.read(file).apply(simulator);
      out.println(now() + " read " + file + " again");
    } catch (IllegalArgumentException e) {
      out.println(now() + " " + file + ": " + e.getMessage());
    }
  }

  /** Starts a simulator that prints what it does. */
  static TwilioSimulator start(SimulatorOptions options, PrintStream out) {
    TwilioSimulator simulator = options.builder()
        .onRequest(request -> out.println(now() + " > " + line(request)))
        .onCallback(callback -> out.println(now() + " < " + line(callback)))
        .start();
    options.apply(simulator);
    out.println("Twilio simulator on " + simulator.baseUri() + " (open it in a browser to see what happens)");
    return simulator;
  }

  private static String now() {
    return LocalTime.now().format(TIME);
  }

  private static String line(ApiExchange exchange) {
    return exchange.method() + " " + exchange.path() + " " + (exchange.status() == 0 ? "connection cut" : exchange.status());
  }

  private static String line(CallbackAttempt attempt) {
    String status = attempt.callback().status();
    String answer = attempt.answer().map(one -> String.valueOf(one.status())).or(attempt::failure).orElse("");
    return attempt.kind().text() + " " + (status.isEmpty() ? "" : status + " ") + attempt.resourceSid() + " to "
        + attempt.callback().address() + " " + answer
        + (attempt.number() > 1 ? " (attempt " + attempt.number() + ")" : "") + (attempt.forged() ? " (forged)" : "");
  }
}
