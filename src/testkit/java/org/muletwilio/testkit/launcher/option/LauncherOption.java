package org.muletwilio.testkit.launcher.option;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** An option of the command line, with its help. Those that an example can set are lines of its {@code demo.properties}, too. */
public enum LauncherOption {

  FLOW(Group.RUN, "NAME", "the flow to run once the application has started; by default the only one without a source that no"
      + " other flow or operation names"),
  PAYLOAD(Group.RUN, "TEXT", "that flow's payload"),
  EXPECT(Group.RUN, "FLOW[=STATUS|STATUS,STATUS]", "the callbacks that a flow must receive: after each comma one more, | for"
      + " alternatives; may be repeated. Without it, every status that was asked for must become final"),
  TIMEOUT(Group.RUN, "DURATION", "how long callbacks are waited for, such as 30s, which is the default"),
  QUIET(Group.RUN, "DURATION", "how long nothing must happen before the launcher stops waiting; by default 3s, without the"
      + " simulator as long as --timeout"),
  SERVE(Group.CONTROL, "", "stays up until stopped, after the flow has run"),
  MUNIT(Group.CONTROL, "", "runs the project's MUnit suites, each with a simulator of its own, and nothing else"),
  MUNIT_TEST(Group.CONTROL, "SUITE[#TEST]", "does so with the suites and tests whose names match regular expressions"),
  MUNIT_TAGS(Group.CONTROL, "TAG,TAG", "does so with the tests that have one of the tags"),
  REPORTS(Group.CONTROL, "FOLDER", "where --munit writes its results as JUnit's XML; by default target/surefire-reports of the"
      + " project"),
  VERBOSE(Group.CONTROL, "", "shows the whole address of each callback"),

  CALL(Group.SIMULATOR, "[NUMBER=]OUTCOME", "how calls to a number go: busy, no-answer, failed, answered, or answered:1,42# for"
      + " the digits to press each time that any are asked for; by default for twilio.to; may be repeated"),
  OUTCOME(Group.SIMULATOR, "[NUMBER=]OUTCOME", "how messages to a number end: delivered, read, sent, undelivered:30003,"
      + " failed:30007; by default for twilio.to; may be repeated"),
  MESSAGES(Group.SIMULATOR, "TEXT|TEXT", "what the person at twilio.to writes to twilio.from once the flow, if any, has run, one"
      + " message after the other"),
  API_KEY(Group.SIMULATOR, "SID:SECRET", "an API key of the account; may be repeated"),
  SHARED_KEY(Group.SIMULATOR, "URL=NAME:SECRET", "signs callbacks to addresses that start with URL, such as"
      + " https://mule.example.com/, with a shared key; may be repeated"),
  PHONE_NUMBER(Group.SIMULATOR, "NUMBER", "one more number of the account; may be repeated"),
  SENDER(Group.SIMULATOR, "SENDER", "a WhatsApp or RCS sender of the account, such as whatsapp:+14155550150; may be repeated"),
  MESSAGING_SERVICE(Group.SIMULATOR, "MG…=NUMBER,SENDER", "a messaging service by its SID, MG and 32 hexadecimal digits, and the"
      + " numbers and senders that are in it; may be repeated"),
  PACE(Group.SIMULATOR, "DURATION", "the pause before each next state of a message, and how long a second of a call lasts; by"
      + " default 50ms"),
  DROP(Group.SIMULATOR, "P", "loses a callback, with a probability from 0 to 1"),
  REPEAT(Group.SIMULATOR, "P", "sends a callback twice"),
  REORDER(Group.SIMULATOR, "P", "lets a callback be overtaken"),
  FORGE(Group.SIMULATOR, "P", "sends a forged callback before the real one"),
  DELAY(Group.SIMULATOR, "P:DURATION", "delays a callback"),
  SEED(Group.SIMULATOR, "N", "makes these choices repeatable"),
  API_FAULT(Group.SIMULATOR, "STATUS:N", "answers the next N creates with a status such as 429 or 503; cut cuts the connection"
      + " before the create is carried out, cut-after afterwards"),
  API_DELAY(Group.SIMULATOR, "DURATION", "delays each answer of the API"),

  REDIS(Group.STORES, "URI", "a Redis, such as redis://127.0.0.1:6379, that keeps the application's persistent object stores,"
      + " over restarts and for all launchers that run it; with --munit those of each suite, from its start to its end. By"
      + " default they are in a folder that is deleted at the end"),

  SIMULATOR_PORT(Group.TWILIO, "N", "the port of the simulator's API; by default a free one"),
  TUNNEL(Group.TWILIO, "KIND", "callbacks come through a real tunnel on this machine: localtunnel or ssh; .ci/install-tools"
      + " installs what it takes"),
  NO_SIMULATOR(Group.TWILIO, "", "starts no simulator; the application's own properties say where Twilio is"),
  LIVE(Group.TWILIO, "", "Twilio itself, with a real account, at its price. From the environment: TWILIO_ACCOUNT_SID,"
      + " TWILIO_AUTH_TOKEN, TWILIO_FROM, TWILIO_TO, TWILIO_DOMAIN (the public host that leads to http.port on this machine)");

  /** What an option is about. */
  public enum Group {
    RUN("What is run, and what must come back", true), CONTROL("How long it stays up, and how much it shows", false),
    SIMULATOR("What the simulator does", true), STORES("Where object stores are", false), TWILIO("Where Twilio is", false);

    final String title;
    /** Whether an example can set these options. */
    final boolean ofExamples;

    Group(String title, boolean ofExamples) {
      this.title = title;
      this.ofExamples = ofExamples;
    }

    /** @return whether an example can set these options */
    public boolean isOfExamples() {
      return ofExamples;
    }
  }

  public final Group group;
  final String argument;
  final String help;

  LauncherOption(Group group, String argument, String help) {
    this.group = group;
    this.argument = argument;
    this.help = help;
  }

  /** @return the option's name in {@code demo.properties}, such as {@code api-fault} */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** @return the option as it is written, such as {@code --api-fault} */
  public String option() {
    return "--" + key();
  }

  boolean hasArgument() {
    return !argument.isEmpty();
  }

  static Optional<LauncherOption> ofOption(String option) {
    return Arrays.stream(values()).filter(each -> each.option().equals(option)).findFirst();
  }

  static Optional<LauncherOption> ofKey(String key) {
    return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
  }
}
