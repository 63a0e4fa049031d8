package org.muletwilio.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.muletwilio.functional.TestApplication.application;
import static org.muletwilio.functional.TestApplication.config;
import static org.muletwilio.functional.TestApplication.flow;
import static org.muletwilio.functional.TestApplication.freePort;
import static org.muletwilio.functional.TestApplication.simulator;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.listener.ListenerExtension;
import org.muletwilio.testkit.mule.EmbeddedMule;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each config says about itself at start: one line. */
class StartReportTest {

  private final Lines lines = new Lines();
  private Logger logger;
  private Level before;

  @BeforeEach
  void listen() {
    logger = (Logger) LogManager.getLogger("org.muletwilio.internal.callback.EndpointReport");
    before = logger.getLevel();
    lines.start();
    logger.addAppender(lines);
    logger.setLevel(Level.INFO);
  }

  @AfterEach
  void stopListening() {
    logger.removeAppender(lines);
    logger.setLevel(before);
  }

  @Test
  void saysWhereItListensWhatTwilioSeesAndWhetherSignaturesAreChecked() {
    int own = freePort();
    int shared = freePort();
    try (TwilioSimulator simulator = simulator();
        EmbeddedMule mule = application("<http:listener-config name='Public' port='" + shared + "'/>"
            + config("ReportOwn", simulator, "<twilio:http-callback-config host='127.0.0.1' localPort='" + own
                + "' domain='a.example.com' remotePort='443'/>")
            + config("ReportShared", simulator, "<twilio:http-callback-config listenerConfig='Public' domain='https://b.example.com' "
                + "validateSignature='false'/>")
            + config("ReportLazy", simulator, "") + flow("status")).extension(ListenerExtension.class).property("http.port", 8081)
                .start()) {
      assertEquals(List.of("Config 'ReportOwn' receives Twilio's callbacks: listening on 127.0.0.1:" + own
          + ", a listener of its own, public address https://a.example.com/twilio/callbacks, signatures checked"),
                   lines.about("ReportOwn"));
      assertEquals(List.of("Config 'ReportShared' receives Twilio's callbacks: listening on listener config 'Public', shared, "
          + "public address https://b.example.com/twilio/callbacks, signatures not checked"), lines.about("ReportShared"));
      assertEquals(List.of("Config 'ReportLazy' will open its listener when an operation first names a flow: listening on "
          + "0.0.0.0:8081, a listener of its own, signatures checked"), lines.about("ReportLazy"));
      assertFalse(lines.all.toString().contains(TestApplication.TOKEN));
    }
  }

  /** Keeps what is logged. */
  private static final class Lines extends AbstractAppender {

    private final List<String> all = new CopyOnWriteArrayList<>();

    Lines() {
      super("lines", null, null, true, Property.EMPTY_ARRAY);
    }

    @Override
    public void append(LogEvent event) {
      if (event.getLevel() == Level.INFO) {
        all.add(event.getMessage().getFormattedMessage());
      }
    }

    List<String> about(String config) {
      return all.stream().filter(line -> line.contains("'" + config + "'")).toList();
    }
  }
}
