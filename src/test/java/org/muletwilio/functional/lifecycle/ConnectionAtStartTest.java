package org.muletwilio.functional.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.ACCOUNT;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.log.ExpectedErrors;
import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.mule.EmbeddedMule;

import java.util.List;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

/** What an application tells at its start of a connection that it can't use. */
class ConnectionAtStartTest {

  private static final String LOGGER = "org.muletwilio.internal.connection.TwilioConnectionProvider";
  private static final String FLOW = "<flow name='send'><twilio:send-message config-ref='Twilio' to='+15551234567' "
      + "from='+15005550006' body='x'/></flow>";

  @Test
  void credentialsThatTwilioRefusesAreOneLine() throws Exception {
    try (TwilioSimulator simulator = simulator(); LogLines lines = LogLines.of(LOGGER, Level.WARN);
        EmbeddedMule mule = application(config(simulator.baseUri(), "wrong-token", "")).start()) {
      assertTold(lines, "Twilio refused the request: HTTP 401");
      assertThrows(RuntimeException.class, () -> mule.run("send", ""));
      assertThrows(RuntimeException.class, () -> mule.run("send", ""));
      assertEquals(1, lines.all().size(), lines.all().toString());
      assertFalse(lines.all().toString().contains("wrong-token"), lines.all().toString());
    }
  }

  @Test
  void aTwilioThatCanNotBeReachedIsOneLine() throws Exception {
    try (LogLines lines = LogLines.of(LOGGER, Level.WARN);
        EmbeddedMule mule = application(config("http://127.0.0.1:" + freePort(), TOKEN, "")).start()) {
      assertTold(lines, "Connection refused");
    }
  }

  @Test
  void whatIsRightIsNotTold() throws Exception {
    try (TwilioSimulator simulator = simulator(); LogLines lines = LogLines.of(LOGGER, Level.WARN);
        EmbeddedMule mule = application(config(simulator.baseUri(), TOKEN, "")).start()) {
      mule.run("send", "");
      assertEquals(List.of(), lines.all());
    }
  }

  @Test
  @ExpectedErrors("Failed to connect/reconnect")
  void failsDeploymentKeepsTheApplicationFromStarting() {
    try (TwilioSimulator simulator = simulator()) {
      String fails = "<reconnection failsDeployment='true'/>";
      ApplicationStartException refused = assertThrows(ApplicationStartException.class,
          () -> application(config(simulator.baseUri(), "wrong-token", fails)).start().close());
      assertTrue(refused.toString().contains("HTTP 401"), refused.toString());
      application(config(simulator.baseUri(), TOKEN, fails)).start().close();
    }
  }

  private static void assertTold(LogLines lines, String reason) throws InterruptedException {
    long end = System.nanoTime() + SOON.toNanos();
    while (lines.all().isEmpty() && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertEquals(1, lines.all().size(), lines.all().toString());
    assertTrue(lines.all().get(0).startsWith("WARN Config 'Twilio' can't use its connection")
        && lines.all().get(0).contains(reason), lines.all().get(0));
  }

  private static String config(String baseUri, String token, String child) {
    return "<twilio:config name='Twilio'><twilio:connection accountSid='" + ACCOUNT + "' authToken='" + token
        + "' baseUri='" + baseUri
        + "'>" + child + "</twilio:connection></twilio:config>" + FLOW;
  }
}
