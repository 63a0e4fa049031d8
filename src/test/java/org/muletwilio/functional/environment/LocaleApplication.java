package org.muletwilio.functional.environment;

import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.sendFlow;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.functional.support.WorkApplication;
import org.muletwilio.functional.support.XmlNames;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.mule.EmbeddedMule;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** An application that sends a message and is called back, in a Java of its own with another default locale. */
final class LocaleApplication {

  private LocaleApplication() {}

  /** @return what starts it */
  static List<String> command(Locale locale) {
    List<String> java = WorkApplication.java(WorkApplication.classPath(), LocaleApplication.class);
    return Stream.concat(Stream.of(java.get(0), "-Duser.language=" + locale.getLanguage(), "-Duser.country="
                         + locale.getCountry()), java.stream().skip(1)).toList();
  }

  public static void main(String[] arguments) {
    try (TwilioSimulator simulator = simulator();
        EmbeddedMule mule = application(simulator, freePort(), sendFlow() + flow("status")).start()) {
      mule.run("send", "Hello");
      mule.awaitRun("status", run -> run.payload().toString().contains("delivered") && run.hasEnded(), SOON);
      System.out.println("Delivered in " + Locale.getDefault() + ", with " + XmlNames.of(mule.extensionModel("Twilio")).all()
          + ".");
    }
  }
}
