package org.muletwilio.functional.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.ACCOUNT;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.awaitCallback;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.sendFlow;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.api.resource.Message;
import org.muletwilio.functional.support.Http;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.script.MessageOutcome;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowResult;
import org.muletwilio.testkit.mule.FlowRun;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** The main job: a message is sent, and a flow without a source hears what becomes of it. */
class MessageStatusTest {

  @Test
  void theFlowReceivesEachStatus() throws Exception {
    try (TwilioSimulator simulator = simulator();
        EmbeddedMule mule = application(simulator, freePort(), sendFlow() + flow("status")).start()) {
      FlowResult sent = mule.run("send", "Hello");
      Message message = (Message) sent.payload();
      assertEquals("queued", message.getStatus());
      assertEquals("Hello", message.getBody());
      assertEquals("+15551234567", message.getTo());
      assertEquals("+15005550006", message.getFrom());
      assertEquals(ACCOUNT, message.getAccountSid());
      assertEquals("outbound-api", message.getDirection());
      assertEquals(Integer.valueOf(1), message.getNumSegments());
      assertNotNull(message.getDateCreated());

      FlowRun delivered = mule.awaitRun("status", run -> "delivered".equals(status(run)), SOON);
      CallbackAttempt attempt = awaitCallback(simulator, each -> each.field("MessageStatus").equals("delivered"));
      assertEquals(204, attempt.status());
      @SuppressWarnings("unchecked")
      MultiMap<String, String> fields = (MultiMap<String, String>) delivered.payload();
      assertEquals(message.getSid(), fields.get("MessageSid"));
      attempt.callback().fields().fields().forEach(field -> assertEquals(field.value(), fields.get(field.name())));
      assertEquals(attempt.callback().fields().fields().size(), fields.size());

      CallbackAttributes attributes = (CallbackAttributes) delivered.attributes();
      assertEquals(CallbackKind.MESSAGE_STATUS, attributes.getKind());
      assertEquals("status", attributes.getFlow());
      assertEquals(message.getSid(), attributes.getResourceSid());
      assertEquals(ACCOUNT, attributes.getAccountSid());
      assertNull(attributes.getErrorCode());
      assertEquals(sent.correlationId(), attributes.getCorrelationId());
      assertEquals(Map.of(), attributes.getContext());
      assertEquals("POST", attributes.getMethod());
      assertEquals(attempt.signedUrl(), attributes.getPublicUrl());
      assertEquals("127.0.0.1", attributes.getRemoteAddress());
      assertEquals(attempt.idempotencyToken(), attributes.getIdempotencyToken());
      assertTrue(Duration.between(attributes.getReceivedAt(), ZonedDateTime.now()).abs().compareTo(SOON) < 0);
      mule.awaitRun("status", run -> "sent".equals(status(run)), SOON);
    }
  }

  @Test
  void contextComesBack() throws Exception {
    String send = "<flow name='send'><twilio:send-message config-ref='Twilio' to='+15551234567' from='+15005550006' body='hi' "
        + "status-callback-flow-ref='Ünïcode flow~1'><twilio:callback-contexts>"
        + "<twilio:callback-context key='order id' value='#[payload]'/><twilio:callback-context key='ü' value='a&amp;b=c'/>"
        + "</twilio:callback-contexts></twilio:send-message></flow>";
    try (TwilioSimulator simulator = simulator();
        EmbeddedMule mule = application(simulator, freePort(), send + flow("Ünïcode flow~1")).start()) {
      mule.run("send", "42 %/?#");
      FlowRun run = mule.awaitRun("Ünïcode flow~1", each -> "delivered".equals(status(each)), SOON);
      assertEquals(Map.of("order id", "42 %/?#", "ü", "a&b=c"), ((CallbackAttributes) run.attributes()).getContext());
    }
  }

  @Test
  void aFailedMessageTellsItsErrorCode() throws Exception {
    try (TwilioSimulator simulator = simulator();
        EmbeddedMule mule = application(simulator, freePort(), sendFlow() + flow("status")
            + "<flow name='get'><twilio:get-message config-ref='Twilio' messageSid='#[payload]'/></flow>").start()) {
      simulator.script().outcome("+15551234567", MessageOutcome.undelivered(30003));
      Message sent = (Message) mule.run("send", "Hello").payload();
      FlowRun run = mule.awaitRun("status", each -> "undelivered".equals(status(each)), SOON);
      assertEquals(Integer.valueOf(30003), ((CallbackAttributes) run.attributes()).getErrorCode());
      Message got = (Message) mule.run("get", sent.getSid()).payload();
      assertEquals("undelivered", got.getStatus());
      assertEquals(Integer.valueOf(30003), got.getErrorCode());
    }
  }

  @Test
  void aScheduledTimeKeepsItsZone() throws Exception {
    try (TwilioSimulator simulator = simulator();
        EmbeddedMule mule = application(simulator, freePort(), "<flow name='later'><twilio:send-message config-ref='Twilio' "
            + "to='+15551234567' messagingServiceSid='MG00000000000000000000000000000000' body='x' sendAt='#[payload]'/></flow>")
                .start()) {
      String inADay = ZonedDateTime.now(ZoneId.of("America/New_York")).plusDays(1).withNano(0).toOffsetDateTime().toString();
      assertEquals("scheduled", ((Message) mule.run("later", inADay).payload()).getStatus());
      String sent = simulator.requests().stream().filter(each -> each.method().equals("POST")).findFirst().orElseThrow()
          .field("SendAt");
      assertEquals(OffsetDateTime.parse(inADay).toInstant(), Instant.parse(sent.endsWith("Z") ? sent : sent + "Z"));
    }
  }

  @Test
  void callbacksOfMessagesThatWereSentBeforeARestartArrive() throws Exception {
    int port = freePort();
    String elements = sendFlow() + flow("status");
    try (TwilioSimulator simulator = simulator()) {
      CallbackAttempt before;
      try (EmbeddedMule mule = application(simulator, port, elements).start()) {
        mule.run("send", "Hello");
        before = awaitCallback(simulator, each -> each.field("MessageStatus").equals("delivered"));
      }
      try (EmbeddedMule mule = application(simulator, port, elements).start()) {
        assertEquals(204, simulator.repeat(before).status());
        mule.awaitRun("status",
                      each -> before.resourceSid().equals(((CallbackAttributes) each.attributes()).getResourceSid()), SOON);
      }
    }
  }

  @Test
  void aTunnelsAddressIsSignedForThoughRequestsComeToThisMachine() throws Exception {
    int port = freePort();
    try (TwilioSimulator simulator = simulator().route("https://gentle-fox.loca.lt", "http://127.0.0.1:" + port);
        EmbeddedMule mule = application(config("Twilio", simulator, "<twilio:http-callback-config domain='gentle-fox.loca.lt' "
            + "localPort='" + port + "' remotePort='443' path='/hooks'/>") + sendFlow() + flow("status")).start()) {
      mule.run("send", "Hello");
      FlowRun run = mule.awaitRun("status", each -> "delivered".equals(status(each)), SOON);
      String url = ((CallbackAttributes) run.attributes()).getPublicUrl();
      assertTrue(url.startsWith("https://gentle-fox.loca.lt/hooks/Twilio/message-status/status/"), url);
    }
  }

  @Test
  void twoConfigsShareAPort() throws Exception {
    int port = freePort();
    String callback = "<twilio:http-callback-config host='127.0.0.1' localPort='" + port + "'/>";
    try (TwilioSimulator simulator = simulator();
        EmbeddedMule mule = application(config("Twilio", simulator, callback) + config("Second", simulator, callback)
            + sendFlow() + flow("status") + sendFlow("second-status").replace("'send'", "'send-second'")
                .replace("'Twilio'", "'Second'") + flow("second-status")).start()) {
      mule.run("send", "Hello");
      mule.run("send-second", "Hello");
      mule.awaitRun("status", each -> "delivered".equals(status(each)), SOON);
      mule.awaitRun("second-status", each -> "delivered".equals(status(each)), SOON);
      Set<String> starts = new HashSet<>();
      simulator.callbacks().forEach(each -> starts.add(each.signedUrl().split("/")[5]));
      assertEquals(Set.of("Twilio", "Second"), starts);
      assertFalse(simulator.callbacks().stream().anyMatch(each -> each.status() != 204));
    }
  }

  @Test
  void withoutAnElementTheListenerOpensAtTheFirstUse() throws Exception {
    int port = freePort();
    try (TwilioSimulator simulator = simulator();
        EmbeddedMule mule = application(config("Twilio", simulator, "") + sendFlow() + flow("status"))
            .property("http.port", port).start()) {
      assertFalse(Http.staysOpen(port));
      mule.run("send", "Hello");
      assertTrue(Http.isOpen(port));
      FlowRun run = mule.awaitRun("status", each -> "delivered".equals(status(each)), SOON);
      String url = ((CallbackAttributes) run.attributes()).getPublicUrl();
      assertTrue(url.startsWith("http://localhost:" + port + "/twilio/callbacks/"), url);
    }
    assertFalse(Http.staysOpen(port));
  }

  private static String status(FlowRun run) {
    return ((CallbackAttributes) run.attributes()).getStatus();
  }
}
