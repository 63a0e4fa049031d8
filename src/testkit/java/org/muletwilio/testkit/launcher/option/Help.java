package org.muletwilio.testkit.launcher.option;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.apache.commons.lang3.text.WordUtils;

/** What the command line offers, as text. */
public final class Help {

  private static final int WIDTH = 118;
  private static final String INDENT = " ".repeat(27);

  private static final String HEAD = """
      Runs a Mule application that uses the Twilio connector, without a Mule server and without an account at Twilio.

      Usage: mvn -B -ntp -Pdemo [-Dapp=<application>] [-Dargs="<option> …"]

      <application> is a folder as Studio has it (src/main/mule, src/main/resources), a folder of Mule XML files, or one such
      file. By default: examples/send-sms
      """;

  private static final String TAIL = """

      Properties
        -Dname=value             a property of the application; wins over all others; may be repeated
      With the simulator these are set: twilio.baseUri, twilio.accountSid, twilio.authToken, twilio.from, twilio.to,
      twilio.domain, twilio.remotePort, http.port. With --live: the same from the environment, but http.port.

      An example says what is run, and what the simulator does, in the file demo.properties in its folder. The options marked with
      * are its keys; FLOW and NUMBER follow the key after a dot:
        flow=send-sms
        payload=Hello
        expect.sms-status=queued|sent,delivered
        outcome.+15551234567=undelivered:30003
      The command line wins over the file.

      Ends with 0 if the flow ran, everything that was expected came and no flow failed; else with 1; with 2 if the command line
      or the environment isn't right.
      """;

  private Help() {}

  /** @return the text of {@code --help} */
  public static String text() {
    return HEAD + Arrays.stream(LauncherOption.Group.values()).map(Help::text).collect(Collectors.joining()) + TAIL;
  }

  private static String text(LauncherOption.Group group) {
    return "\n" + group.title + "\n" + Arrays.stream(LauncherOption.values()).filter(option -> option.group == group)
        .map(Help::text).collect(Collectors.joining());
  }

  private static String text(LauncherOption option) {
    String name = (option.group.ofExamples ? "* " : "  ") + option.option() + (option.hasArgument() ? " " + option.argument : "");
    String help = WordUtils.wrap(option.help, WIDTH - INDENT.length(), "\n" + INDENT, false);
    boolean fits = name.length() < INDENT.length();
    return name + (fits ? " ".repeat(INDENT.length() - name.length()) : "\n" + INDENT) + help + "\n";
  }
}
