package org.muletwilio.functional.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.functional.support.TestApplication;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.module.HttpExtension;
import org.muletwilio.testkit.mule.EmbeddedMule;

import java.util.List;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

/** What each config says about itself at start: one line. */
class StartReportTest {

  @Test
  void saysWhereItListensWhatTwilioSeesAndWhetherSignaturesAreChecked() {
    int own = freePort();
    int shared = freePort();
    try (TwilioSimulator simulator = simulator();
        LogLines lines = LogLines.of("org.muletwilio.internal.callback.EndpointReport", Level.INFO);
        EmbeddedMule mule = application("<http:listener-config name='Public'><http:listener-connection host='127.0.0.1' port='"
            + shared
            + "'/></http:listener-config>"
            + config("ReportOwn", simulator, "<twilio:http-callback-config host='127.0.0.1' localPort='" + own
                + "' domain='a.example.com' remotePort='443'/>")
            + config("ReportShared", simulator, "<twilio:http-callback-config listenerConfig='Public' "
                + "domain='https://b.example.com' validateSignature='false'/>")
            + config("ReportLazy", simulator, "") + flow("status")).extension(HttpExtension.class).property("http.port", 8081)
                .start()) {
      assertEquals(List.of("INFO Config 'ReportOwn' receives Twilio's callbacks: listening on 127.0.0.1:" + own
          + ", a listener of its own, public address https://a.example.com/twilio/callbacks, signatures checked"),
                   lines.with("INFO Config 'ReportOwn'"));
      assertEquals(List.of("INFO Config 'ReportShared' receives Twilio's callbacks: listening on listener config 'Public', "
          + "shared, public address https://b.example.com/twilio/callbacks, signatures not checked"),
          lines.with("INFO Config 'ReportShared'"));
      assertEquals(List.of("INFO Config 'ReportLazy' will open its listener when an operation first names a flow: listening on "
          + "0.0.0.0:8081, a listener of its own, signatures checked"), lines.with("INFO Config 'ReportLazy'"));
      assertFalse(lines.all().toString().contains(TestApplication.TOKEN));
    }
  }
}
