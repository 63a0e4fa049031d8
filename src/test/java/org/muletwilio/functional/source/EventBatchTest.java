package org.muletwilio.functional.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.config;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.testkit.log.ExpectedErrors;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowRun;

import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** Batches of events: each event runs its flow once, and what failed comes again. */
@ExpectedErrors({"can't start", "can't register", "Failed to connect/reconnect", "broken on purpose"})
class EventBatchTest extends EventSourceFixture {

  @Test
  void eachEventOfABatchRunsTheFlow() throws Exception {
    try (EmbeddedMule mule = start(source(MESSAGE + "sent, " + DELIVERED, ""))) {
      for (int i = 0; i < 3; i++) {
        send();
      }
      mule.awaitRun("events", run -> mule.runs("events").size() == 6, SOON);
      FlowRun run = mule.runs("events").get(0);
      JsonNode event = new ObjectMapper().readTree(run.payload().toString());
      CallbackAttributes attributes = (CallbackAttributes) run.attributes();
      assertEquals(CallbackKind.EVENT, attributes.getKind());
      assertEquals(event.path("type").asText(), attributes.getStatus());
      assertEquals(6, mule.runs("events").stream().map(each -> each.payload().toString()).distinct().count());
      assertTrue(simulator.callbacks().stream().allMatch(each -> each.status() == 204));
    }
  }

  /** Twilio sends a batch again where one of its events has failed: the others don't run again. */
  @Test
  void onlyWhatFailedRunsAgain() throws Exception {
    try (EmbeddedMule mule = start("<flow name='events'><twilio:on-event config-ref='Twilio' types='" + DELIVERED + "'/>"
        + "<choice><when expression=\"#[payload.data.to == '+14155550101']\"><raise-error type='APP:BROKEN' "
        + "description='broken on purpose'/></when><otherwise><logger level='DEBUG' message='in'/></otherwise></choice>"
        + "</flow>")) {
      send("+14155550100");
      send("+14155550101");
      send("+14155550102");
      mule.awaitRun("events", run -> runsOf(mule, "+14155550101") >= 3, SOON);
      assertEquals(1, runsOf(mule, "+14155550100"));
      assertEquals(1, runsOf(mule, "+14155550102"));
    }
  }

  @Test
  void aBatchRunsTheFlowOnceWithWhatIsNew() throws Exception {
    try (EmbeddedMule mule = start(source(DELIVERED, "runFor='BATCH'"))) {
      String url = only("sinks").path("sink_configuration").path("destination").asText();
      assertEquals(204, simulator.sendEvent(url, batch(0, 3)).status());
      assertEquals(204, simulator.sendEvent(url, batch(0, 3)).status());
      assertEquals(204, simulator.sendEvent(url, batch(2, 5)).status());
      assertEquals(2, mule.runs("events").size());
      assertEquals(batch(0, 3), mule.runs("events").get(0).payload());
      assertEquals(batch(3, 5), mule.runs("events").get(1).payload());
    }
  }

  @Test
  void aThousandEventsOfABatchRunTheFlowOnceEach() throws Exception {
    try (EmbeddedMule mule = application(config("Twilio", simulator, "<twilio:http-callback-config host='127.0.0.1' localPort='"
        + port
        + "' maxBodySize='1' maxBodySizeUnit='MB'/>") + source(DELIVERED, "")).start()) {
      String url = only("sinks").path("sink_configuration").path("destination").asText();
      assertEquals(204, simulator.sendEvent(url, batch(0, 1000)).status());
      assertEquals(204, simulator.sendEvent(url, batch(500, 1001)).status());
      assertEquals(1001, mule.runs("events").stream().map(each -> each.payload().toString()).distinct().count());
      assertEquals(1001, mule.runs("events").size());
    }
  }

  @Test
  void anEventWithoutAnIdRunsTheFlowLikeTheOthersOfItsBatch() throws Exception {
    try (EmbeddedMule mule = start(source(DELIVERED, ""))) {
      String url = only("sinks").path("sink_configuration").path("destination").asText();
      String events = "[{\"type\":\"" + DELIVERED + "\"},{\"type\":\"" + DELIVERED + "\",\"id\":\"EZ1\"}]";
      assertEquals(204, simulator.sendEvent(url, events).status());
      assertEquals(204, simulator.sendEvent(url, events).status());
      assertEquals(Set.of("{\"type\":\"" + DELIVERED + "\"}", "{\"type\":\"" + DELIVERED + "\",\"id\":\"EZ1\"}"),
                   mule.runs("events").stream().map(each -> each.payload().toString()).collect(Collectors.toSet()));
      assertEquals(2, mule.runs("events").size());
    }
  }

  @Test
  void aBatchWhoseFlowFailsComesAgainAsAWhole() throws Exception {
    try (EmbeddedMule mule = start("<flow name='events'><twilio:on-event config-ref='Twilio' types='" + DELIVERED
        + "' runFor='BATCH'/><raise-error type='APP:BROKEN' description='broken on purpose'/></flow>")) {
      String url = only("sinks").path("sink_configuration").path("destination").asText();
      assertEquals(500, simulator.sendEvent(url, batch(0, 3)).status());
      assertEquals(500, simulator.sendEvent(url, batch(0, 3)).status());
      assertEquals(batch(0, 3), mule.runs("events").get(1).payload());
    }
  }

  @Test
  void whileTheFlowIsStoppedEventsWaitAtTwilio() throws Exception {
    try (EmbeddedMule mule = start(source(DELIVERED, ""))) {
      mule.stopFlow("events");
      send();
      simulator.awaitCallbacks(all -> all.stream().anyMatch(each -> each.status() == 503), SOON);
      mule.startFlow("events");
      mule.awaitRun("events", run -> true, SOON);
    }
  }
}
