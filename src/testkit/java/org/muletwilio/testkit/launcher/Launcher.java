package org.muletwilio.testkit.launcher;

import org.muletwilio.testkit.launcher.option.Help;
import org.muletwilio.testkit.launcher.option.LauncherOptions;
import org.muletwilio.testkit.mule.RunInterruptedException;
import org.muletwilio.testkit.project.UsageException;

import java.util.List;
import java.util.stream.Stream;

/**
 * Runs a Mule application on the embedded Mule and the Twilio simulator, from the command line. The demo.
 */
public final class Launcher {

  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  private Launcher() {}

  public static void main(String[] arguments) {
    // Before anything logs: the applications' own loggers are to be seen
    System.setProperty("log4j2.configurationFile", "log4j2-demo.xml");
    if (Stream.of(arguments).anyMatch(argument -> argument.startsWith("--munit"))) {
      System.setProperty("munit.critical.level", "OFF");
    }
    Stop stop = Stop.onSignal(Thread.currentThread());
    try {
      int status = run(List.of(arguments));
      stop.ended();
      System.exit(status);
    } catch (InterruptedException | RunInterruptedException e) {
      stop.ended();
    }
  }

  private static int run(List<String> arguments) throws InterruptedException {
    if (arguments.contains("--help")) {
      System.out.print(Help.text());
      return 0;
    }
    try {
      return new Launch(LauncherOptions.parse(arguments), System.getenv(), System.out).run() ? 0 : FAILED;
    } catch (UsageException e) {
      System.err.println(e.getMessage());
      System.err.println("Run with --help for all options");
      return WRONG_USAGE;
    }
  }
}
