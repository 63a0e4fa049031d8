package org.muletwilio.testkit.twilio;

import java.io.PrintStream;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/** Runs the simulator from the command line and prints a line for each request and callback. */
public final class Main {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

  /** Where the different callbacks have what they tell, the most telling first. */
  private static final List<String> STATUS_FIELDS = List
      .of("MessageStatus", "RecordingStatus", "StatusCallbackEvent", "TranscriptionEvent", "VerificationStatus", "CallStatus",
          "SmsStatus");

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

  /** Starts a simulator that tells what it does. */
  static TwilioSimulator start(SimulatorOptions options, PrintStream out) {
    TwilioSimulator simulator = options.builder()
        .onRequest(request -> out.println(now() + " > " + line(request)))
        .onCallback(callback -> out.println(now() + " < " + line(callback)))
        .start();
    options.apply(simulator);
    out.println("Twilio simulator on " + simulator.baseUri());
    return simulator;
  }

  /** Without userinfo, and without the fields that a GET adds. */
  private static String address(CallbackAttempt attempt) {
    return CallbackUrl.parse(attempt.callback().url()).signed(false);
  }

  private static String now() {
    return LocalTime.now().format(TIME);
  }

  private static String line(ApiExchange exchange) {
    return exchange.method() + " " + exchange.path() + " " + (exchange.status() == 0 ? "connection cut" : exchange.status());
  }

  private static String line(CallbackAttempt attempt) {
    String kind = attempt.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String status = STATUS_FIELDS.stream().map(attempt::field).filter(value -> !value.isEmpty()).findFirst().orElse("");
    return kind + " " + (status.isEmpty() ? "" : status + " ") + attempt.resourceSid() + " to " + address(attempt) + " "
        + attempt.answer().map(answer -> String.valueOf(answer.status())).or(attempt::failure).orElse("")
        + (attempt.number() > 1 ? " (attempt " + attempt.number() + ")" : "") + (attempt.forged() ? " (forged)" : "");
  }
}
