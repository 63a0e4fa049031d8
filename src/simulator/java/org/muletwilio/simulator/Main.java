package org.muletwilio.simulator;

import org.muletwilio.simulator.api.ApiExchange;
import org.muletwilio.simulator.callback.CallbackAttempt;

import java.io.PrintStream;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Runs the simulator from the command line and prints a line for each request and callback. */
public final class Main {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

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
      System.out.print(SimulatorOptions.HELP);
      return;
    }
    TwilioSimulator simulator = start(options, System.out);
    Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
    new CountDownLatch(1).await();
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
