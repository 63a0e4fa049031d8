package org.muletwilio.functional.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.awaitCallback;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.functional.support.TestApplication;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.testkit.log.ExpectedErrors;
import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.mule.EmbeddedMule;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Whose callbacks a source takes: those of numbers, senders and applications, about whatever Twilio tells. */
@ExpectedErrors({"can't start", "Failed to connect/reconnect", "broken on purpose", "Failed to shut down registry cleanly"})
class SourceTargetsTest extends SourceTargetFixture {

  @Test
  void aSendersOtherAddressesStay() throws Exception {
    String sender = account.postJson("/v2/Channels/Senders", "{\"sender_id\":\"whatsapp:" + NUMBER + "\",\"webhook\":{"
        + "\"status_callback_url\":\"https://example.com/status\"}}").path("sid").asText();
    try (EmbeddedMule mule = start(flow("answer", "on-message", "sender='whatsapp:" + NUMBER + "'", ""))) {
      Resource message = simulator.receiveMessage("whatsapp:" + SENDER, "whatsapp:" + NUMBER, "Hi");
      attributes(mule, "answer", message);
      JsonNode webhook = account.get("/v2/Channels/Senders/" + sender).path("webhook");
      assertEquals("https://example.com/status", webhook.path("status_callback_url").asText());
      assertEquals("POST", webhook.path("callback_method").asText());
    }
    String message = assertThrows(ApplicationStartException.class,
        () -> start(flow("answer", "on-message", "sender='rcs:brand'", "")))
        .getMessage();
    assertTrue(message.contains("has no sender rcs:brand"), message);
  }

  @Test
  void aFailingFlowLeavesItsMessageToTheFallback() throws Exception {
    try (EmbeddedMule mule = start(flow("first", "on-message", "phoneNumber='" + NUMBER + "'",
        "<raise-error type='APP:BROKEN' description='broken on purpose'/>")
        + flow("second", "on-message-fallback", "phoneNumber='" + NUMBER + "'", ""))) {
      Resource message = simulator.receiveMessage(SENDER, NUMBER, "Hi");
      CallbackAttributes attributes = attributes(mule, "second", message);
      assertEquals(CallbackKind.INBOUND_MESSAGE_FALLBACK, attributes.getKind());
      assertEquals(11200, attributes.getErrorCode());
    }
  }

  @Test
  void callsAreAnsweredAndTheirEndIsTold() throws Exception {
    try (EmbeddedMule mule = start(flow("call", "on-call", "phoneNumber='" + NUMBER + "'",
        "<twilio:twiml-say text='Hello'/>")
        + flow("status", "on-call-status", "phoneNumber='" + NUMBER + "'", ""))) {
      Resource call = simulator.receiveCall(SENDER, NUMBER);
      assertEquals(CallbackKind.CALL_INSTRUCTIONS, attributes(mule, "call", call).getKind());
      CallbackAttributes status = attributes(mule, "status", call);
      assertEquals("completed", status.getStatus());
      assertEquals(CallbackKind.CALL_STATUS, status.getKind());
      assertTrue(simulator.heard(call.sid()).contains("Say Hello"));
      assertEquals(204, awaitCallback(simulator, each -> each.resourceSid().equals(call.sid())
          && each.field("CallStatus").equals("completed")).status());
    }
  }

  @Test
  void anApplicationsCallsAreAnsweredAndItsFallbackIsTaken() throws Exception {
    String application = account.createApplication(Map.of("FriendlyName", "hotline")).path("sid").asText();
    account.changeNumber(NUMBER, Map.of("VoiceApplicationSid", application));
    try (EmbeddedMule mule = start(flow("call", "on-call", "applicationSid='" + application + "'",
        "<raise-error type='APP:BROKEN' description='broken on purpose'/>")
        + flow("sorry", "on-call-fallback", "applicationSid='" + application + "'",
               "<twilio:twiml-say text='Sorry'/>"))) {
      Resource call = simulator.receiveCall(SENDER, NUMBER);
      assertEquals(CallbackKind.CALL_FALLBACK, attributes(mule, "sorry", call).getKind());
      simulator.awaitCalls(all -> all.stream().anyMatch(each -> each.status().equals("completed")), SOON);
      assertTrue(simulator.heard(call.sid()).contains("Say Sorry"));
    }
  }

  /** A number with an application leaves its messages to that: the error names it, and a source takes them there. */
  @Test
  void anApplicationsMessagesAreAnsweredAndItsFallbackIsTaken() throws Exception {
    String application = account.createApplication(Map.of("FriendlyName", "hotline")).path("sid").asText();
    account.changeNumber(NUMBER, Map.of("SmsApplicationSid", application));
    String message = assertThrows(ApplicationStartException.class, () -> start(flow("answer", "on-message", "phoneNumber='"
        + NUMBER + "'", ""))).getMessage();
    assertTrue(message.contains("Set applicationSid=\"" + application + "\" in place of the number"), message);
    try (EmbeddedMule mule = start(flow("first", "on-message", "applicationSid='" + application + "'",
        "<choice><when expression=\"#[payload.Body == 'fail']\">"
            + "<raise-error type='APP:BROKEN' description='broken on purpose'/></when>"
            + "<otherwise><twilio:twiml-message config-ref='Twilio' body='Hello'/></otherwise></choice>")
        + flow("second", "on-message-fallback", "applicationSid='" + application + "'", ""))) {
      Resource answered = simulator.receiveMessage(SENDER, NUMBER, "Hi");
      assertEquals(CallbackKind.INBOUND_MESSAGE, attributes(mule, "first", answered).getKind());
      simulator.awaitMessages(all -> all.stream().anyMatch(each -> each.text("body").equals("Hello")), SOON);
      Resource failing = simulator.receiveMessage(SENDER, NUMBER, "fail");
      assertEquals(CallbackKind.INBOUND_MESSAGE_FALLBACK, attributes(mule, "second", failing).getKind());
    }
  }

  /** Of what it sends without a status callback of its own, and of what it answers. */
  @Test
  void statusesOfWhateverASenderSendsAreTold() throws Exception {
    String sender = "whatsapp:" + NUMBER;
    account.postJson("/v2/Channels/Senders", "{\"sender_id\":\"" + sender + "\"}");
    try (EmbeddedMule mule = start(flow("answer", "on-message", "sender='" + sender + "'",
        "<twilio:twiml-message config-ref='Twilio' body='Hello'/>")
        + flow("status", "on-message-status", "sender='" + sender + "'", ""))) {
      account.post("/2010-04-01/Accounts/" + TestApplication.ACCOUNT + "/Messages.json", Map.of("To", "whatsapp:" + SENDER,
          "From", sender, "Body", "Hi"));
      mule.awaitRun("status", each -> ((CallbackAttributes) each.attributes()).getStatus().equals("delivered"), SOON);
      Resource message = simulator.receiveMessage("whatsapp:" + SENDER, sender, "Hi");
      attributes(mule, "answer", message);
      Resource reply = simulator.awaitMessages(all -> all.stream().anyMatch(each -> each.text("body").equals("Hello")), SOON)
          .stream().filter(each -> each.text("body").equals("Hello")).findFirst().orElseThrow();
      assertEquals(CallbackKind.MESSAGE_STATUS, attributes(mule, "status", reply).getKind());
    }
  }

  /** A flow that has a source can be named by an operation, too: each address goes its own way. */
  @Test
  void aSourceAndAReferenceToItsFlowDontGetInEachOthersWay() throws Exception {
    try (EmbeddedMule mule = start(flow("answer", "on-message", "phoneNumber='" + NUMBER + "'",
        "<set-payload value='&lt;Response/&gt;'/>")
        + "<flow name='address'><twilio:callback-url config-ref='Twilio' kind='INBOUND_MESSAGE' flow-ref='answer'/></flow>")) {
      String byName = mule.run("address", "").payload().toString();
      assertEquals(200, simulator.forge(byName).signedBy(TestApplication.TOKEN).send().status());
      assertEquals(200, awaitCallback(simulator, each -> each.resourceSid().equals(simulator.receiveMessage(SENDER, NUMBER, "Hi")
          .sid()) || each.signedUrl().contains("/source-inbound-message/")).status());
      assertTrue(mule.runs("answer").size() >= 2);
    }
  }

  @Test
  void whatIsWrittenWrongIsRefusedByName() {
    for (String wrong : new String[] {"phoneNumber='0800'", "messagingServiceSid='" + "MG1'", "sender='telegram:x'", ""}) {
      String message = assertThrows(ApplicationStartException.class, () -> start(flow("answer", "on-message", wrong, "")), wrong)
          .getMessage();
      assertTrue(wrong.isEmpty() ? message.contains("phoneNumber")
          : message.contains(wrong.substring(0, wrong.indexOf('='))), message);
    }
  }
}
