package org.muletwilio.testkit;

import org.muletwilio.testkit.launcher.Launch;
import org.muletwilio.testkit.launcher.LauncherOptions;
import org.muletwilio.testkit.launcher.UsageException;

import java.util.List;

/**
 * Runs a Mule application on the embedded Mule and the Twilio simulator, from the command line. The demo.
 */
public final class Launcher {

  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  private static final String HELP = """
      Runs a Mule application that uses the Twilio connector, without a Mule server and without an account at Twilio.

      Usage: mvn -B -ntp -Pdemo [-Dapp=<application>] [-Dargs="<option> …"]

      <application> is a folder as Studio has it (src/main/mule, src/main/resources), a folder of Mule XML files, or one such
      file. By default: examples/send-sms

      What is run
        --flow NAME            the flow to run, once the application has started
        --payload TEXT         that flow's payload
        --expect FLOW[=STATUS|STATUS,STATUS]
                               the callbacks that a flow must receive: after each comma one more, | for alternatives; may be
                               repeated
        --timeout SECONDS      how long they are waited for; by default 30
        --serve                stay up until stopped; without --flow nothing is run
      An example says by itself what is run, in the file demo.properties in its folder:
        flow=send-sms
        payload=Hello
        expect.sms-status=queued|sent,delivered
      The options win over the file.

      Where Twilio is
        --simulator-port N     the port of the simulator's API; by default a free one
        --tunnel=KIND          callbacks come through a real tunnel on this machine: localtunnel or ssh; .ci/install-tools
                               installs what it takes
        --no-simulator         no simulator; the application's own properties say where Twilio is
        --live                 Twilio itself, with a real account, at its price. From the environment: TWILIO_ACCOUNT_SID,
                               TWILIO_AUTH_TOKEN, TWILIO_FROM, TWILIO_TO, TWILIO_DOMAIN (the public host that leads to
                               http.port on this machine)

      Properties
        -Dname=value           a property of the application; wins over all others; may be repeated
      With the simulator these are set: twilio.baseUri, twilio.accountSid, twilio.authToken, twilio.from, twilio.to,
      twilio.domain, twilio.remotePort, http.port. With --live: the same from the environment, but http.port.

      Ends with 0 if all that was expected came, 1 if not, 2 if the command line or the environment isn't right.
      """;

  private Launcher() {}

  public static void main(String[] arguments) throws InterruptedException {
    // Before anything logs: the applications' own loggers are to be seen
    System.setProperty("log4j2.configurationFile", "log4j2-demo.xml");
    System.exit(run(List.of(arguments)));
  }

  private static int run(List<String> arguments) throws InterruptedException {
    if (arguments.contains("--help")) {
      System.out.print(HELP);
      return 0;
    }
    try {
      return new Launch(LauncherOptions.parse(arguments), System.getenv(), System.out).run() ? 0 : FAILED;
    } catch (UsageException e) {
      System.err.println(e.getMessage());
      System.err.println("--help shows what there is");
      return WRONG_USAGE;
    }
  }
}
