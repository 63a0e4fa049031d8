package org.muletwilio.functional.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.config;

import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiFault;
import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.tunnel.AgentStandIn;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

/** Registrations and restores that meet each other, since Twilio answers slowly or not at all. */
class SourceRacesTest extends SourceFixture {

  private static final String WHATSAPP = "whatsapp:" + NUMBER;
  private static final String FOREIGN = "https://else.example.com/sms";

  /** The stop waits no longer than it may, and what it puts back late must not undo what the next start sets. */
  @Test
  void aRestoreThatIsLateComesBeforeTheNextStart() throws Exception {
    account.changeNumber(NUMBER, Map.of("SmsUrl", FOREIGN));
    try (LogLines log = LogLines.of("org.muletwilio", Level.INFO);
        EmbeddedMule mule = startAnswering("onStop='RESTORE' overwrite='true'")) {
      String own = smsUrl();
      simulator.apiFaults().nextRequests(1, late(account.number(NUMBER), Duration.ofSeconds(12)));
      mule.stopFlow("answer");
      assertEquals(1, log.with("could not restore the earlier value of the SMS URL").size(), log.all().toString());
      mule.startFlow("answer");
      await(() -> smsUrl().equals(own));
      assertEquals(2, log.with(" is set: the source of flow 'answer'").size(), log.all().toString());
      assertEquals(own, smsUrl());
    }
    assertEquals(FOREIGN, smsUrl());
  }

  /** Three addresses of one sender are sent to Twilio as one object. */
  @Test
  void sourcesOfOneSenderDontUndoEachOther() throws Exception {
    String sender = account.postJson("/v2/Channels/Senders", "{\"sender_id\":\"" + WHATSAPP + "\"}").path("sid").asText();
    try (AgentStandIn agent = new AgentStandIn().ngrok(Map.of("https://first.ngrok.app", "localhost:" + port));
        EmbeddedMule mule = application(config("Twilio", simulator, "<twilio:http-callback-config host='127.0.0.1' localPort='"
            + port + "' tunnel='NGROK' tunnelAgentPort='" + agent.port() + "'/>") + flow("one", "on-message", sender)
            + flow("two", "on-message-fallback", WHATSAPP) + flow("three", "on-message-status", sender)).start()) {
      assertEquals(3, addresses(sender, "https://first.ngrok.app"));
      simulator.apiFaults().delayAnswers(Duration.ofSeconds(1));
      agent.ngrok(Map.of("https://second.ngrok.app", "localhost:" + port));
      await(() -> simulator.requests().stream().filter(each -> each.method().equals("POST")
          && each.request().body().contains("second.ngrok.app")).count() >= 3);
      simulator.apiFaults().none();
      await(() -> addresses(sender, "https://second.ngrok.app") == 3);
    }
  }

  /** Twilio was away when the flow stopped: the application still knows what was there, and the next stop puts it back. */
  @Test
  void whatOneStopCouldNotPutBackTheNextOneDoes() throws Exception {
    account.changeNumber(NUMBER, Map.of("SmsUrl", FOREIGN));
    try (LogLines log = LogLines.of("org.muletwilio", Level.WARN);
        EmbeddedMule mule = startAnswering("onStop='RESTORE' overwrite='true'")) {
      String own = smsUrl();
      simulator.apiFaults().nextRequests(1, ApiFault.answer(ApiAnswer.error(403, 70051, "Authorization failed for the key")));
      mule.stopFlow("answer");
      assertEquals(1, log.with("could not restore the earlier value").size(), log.all().toString());
      assertEquals(own, smsUrl());
      mule.startFlow("answer");
      mule.stopFlow("answer");
      assertEquals(FOREIGN, smsUrl());
    }
  }

  /** One stop waits for Twilio once, however many sources there are; without that, the time of four would pass. */
  @Test
  void aStopOfManySourcesWaitsOnce() throws Exception {
    StringBuilder flows = new StringBuilder();
    for (String source : List.of("on-message", "on-message-fallback", "on-call", "on-call-fallback")) {
      flows.append("<flow name='" + source + "'><twilio:" + source + " config-ref='Twilio' phoneNumber='" + NUMBER
          + "' onStop='RESTORE'/><set-payload value='&lt;Response/&gt;'/></flow>");
    }
    try (LogLines log = LogLines.of("org.muletwilio", Level.WARN);
        EmbeddedMule mule = application(simulator, port, flows.toString()).start()) {
      simulator.apiFaults().delayAnswers(Duration.ofSeconds(60));
      mule.close();
      simulator.apiFaults().none();
      assertEquals(4, log.with("could not restore the earlier value").size(), log.all().toString());
      assertTrue(log.with("is not ready after 10000 ms").size() < 4, log.all().toString());
    }
  }

  private static ApiFault late(JsonNode answer, Duration delay) {
    return new ApiFault(false, Optional.of(new ApiAnswer(200, Map.of("Content-Type", "application/json"), answer.toString())),
        delay);
  }

  private long addresses(String sender, String base) {
    JsonNode webhook = account.get("/v2/Channels/Senders/" + sender).path("webhook");
    return List.of("callback_url", "fallback_url", "status_callback_url").stream()
        .filter(each -> webhook.path(each).asText().startsWith(base + "/")).count();
  }

  private EmbeddedMule startAnswering(String settings) {
    return application(simulator, port, "<flow name='answer'><twilio:on-message config-ref='Twilio' phoneNumber='"
        + account.number(NUMBER).path("sid").asText() + "' " + settings + "/><set-payload value='&lt;Response/&gt;'/></flow>")
        .start();
  }

  private static String flow(String name, String source, String sender) {
    return "<flow name='" + name + "'><twilio:" + source + " config-ref='Twilio' sender='" + sender
        + "'/><set-payload value='&lt;Response/&gt;'/></flow>";
  }
}
