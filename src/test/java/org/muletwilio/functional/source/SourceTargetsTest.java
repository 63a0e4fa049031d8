package org.muletwilio.functional.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.awaitCallback;
import static org.muletwilio.functional.support.TestApplication.freePort;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.functional.support.AccountRequests;
import org.muletwilio.functional.support.TestApplication;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiFault;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.testkit.log.ExpectedErrors;
import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowRun;

import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Whose callbacks a source takes: those of numbers, messaging services, senders and applications, about whatever Twilio tells.
 */
@ExpectedErrors({"can't start", "Failed to connect/reconnect", "broken on purpose", "Failed to shut down registry cleanly"})
class SourceTargetsTest {

  private static final String NUMBER = "+15005550001";
  private static final String CALLER = "+14155550100";

  private final TwilioSimulator simulator =
      TwilioSimulator.builder().pace(Duration.ofMillis(10)).phoneNumber(NUMBER).start();
  private final AccountRequests account = new AccountRequests(simulator);

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void aMessagingServiceLetsTheFlowTakeTheMessagesOfItsNumbers() throws Exception {
    String service = service();
    addNumber(service);
    try (EmbeddedMule mule = start(flow("answer", "on-message", "messagingServiceSid='" + service + "'", "<set-payload value='"
        + "&lt;Response/&gt;'/>"))) {
      Resource message = simulator.receiveMessage(CALLER, NUMBER, "Hi");
      assertEquals(CallbackKind.INBOUND_MESSAGE, attributes(mule, "answer", message).getKind());
      assertTrue(account.get("/v1/Services/" + service).path("inbound_request_url").asText()
          .contains("/source-inbound-message/answer/"));
    }
  }

  @Test
  void aMessagingServiceWinsOverItsNumber() {
    String service = service();
    addNumber(service);
    String message = assertThrows(ApplicationStartException.class,
        () -> start(flow("answer", "on-message", "phoneNumber='" + NUMBER
        + "'", ""))).getMessage();
    assertTrue(message.contains("the number is in messaging service 'Orders' (" + service + "), which takes its messages"),
        message);
    account.post("/v1/Services/" + service, Map.of("UseInboundWebhookOnNumber", "true"));
    start(flow("answer", "on-message", "phoneNumber='" + NUMBER + "'", "")).close();
    String other = assertThrows(ApplicationStartException.class, () -> start(flow("answer", "on-message", "messagingServiceSid='"
        + service + "'", ""))).getMessage();
    assertTrue(other.contains("leaves messages to the addresses of its numbers"), other);
  }

  /** One of so many services that they come on more than one page. */
  @Test
  void theServiceOfANumberIsFoundAmongMany() {
    String oldest = service();
    addNumber(oldest);
    for (int i = 0; i < 101; i++) {
      account.post("/v1/Services", Map.of("FriendlyName", "leaves messages to its numbers", "UseInboundWebhookOnNumber", "true"));
    }
    String message = assertThrows(ApplicationStartException.class,
        () -> start(flow("answer", "on-message", "phoneNumber='" + NUMBER
        + "'", ""))).getMessage();
    assertTrue(message.contains(oldest), message);
  }

  @Test
  void aSendersOtherAddressesStay() throws Exception {
    String sender = account.postJson("/v2/Channels/Senders", "{\"sender_id\":\"whatsapp:" + NUMBER + "\",\"webhook\":{"
        + "\"status_callback_url\":\"https://example.com/status\"}}").path("sid").asText();
    try (EmbeddedMule mule = start(flow("answer", "on-message", "sender='whatsapp:" + NUMBER + "'", ""))) {
      Resource message = simulator.receiveMessage("whatsapp:" + CALLER, "whatsapp:" + NUMBER, "Hi");
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
      Resource message = simulator.receiveMessage(CALLER, NUMBER, "Hi");
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
      Resource call = simulator.receiveCall(CALLER, NUMBER);
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
      Resource call = simulator.receiveCall(CALLER, NUMBER);
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
      Resource answered = simulator.receiveMessage(CALLER, NUMBER, "Hi");
      assertEquals(CallbackKind.INBOUND_MESSAGE, attributes(mule, "first", answered).getKind());
      simulator.awaitMessages(all -> all.stream().anyMatch(each -> each.text("body").equals("Hello")), SOON);
      Resource failing = simulator.receiveMessage(CALLER, NUMBER, "fail");
      assertEquals(CallbackKind.INBOUND_MESSAGE_FALLBACK, attributes(mule, "second", failing).getKind());
    }
  }

  /** Whether the number is in a messaging service is a question for the sake of the error, which a restricted key may not ask. */
  @Test
  void credentialsThatMayNotAskForServicesRegisterTheNumber() throws Exception {
    try (LogLines log = LogLines.of("org.muletwilio", Level.INFO);
        EmbeddedMule mule = start(flow("answer", "on-message", "phoneNumber='" + NUMBER + "'", ""))) {
      mule.stopFlow("answer");
      simulator.apiFaults().afterRequests(2).nextRequests(1,
          ApiFault.answer(ApiAnswer.error(403, 70051, "Authorization failed")));
      mule.startFlow("answer");
      attributes(mule, "answer", simulator.receiveMessage(CALLER, NUMBER, "Hi"));
      assertEquals(1, log.with("may not ask for messaging services").size(), log.all().toString());
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
      account.post("/2010-04-01/Accounts/" + TestApplication.ACCOUNT + "/Messages.json", Map.of("To", "whatsapp:" + CALLER,
          "From", sender, "Body", "Hi"));
      mule.awaitRun("status", each -> ((CallbackAttributes) each.attributes()).getStatus().equals("delivered"), SOON);
      Resource message = simulator.receiveMessage("whatsapp:" + CALLER, sender, "Hi");
      attributes(mule, "answer", message);
      Resource reply = simulator.awaitMessages(all -> all.stream().anyMatch(each -> each.text("body").equals("Hello")), SOON)
          .stream().filter(each -> each.text("body").equals("Hello")).findFirst().orElseThrow();
      assertEquals(CallbackKind.MESSAGE_STATUS, attributes(mule, "status", reply).getKind());
    }
  }

  /** Also of what somebody else sends through the service, and once for each status. */
  @Test
  void statusesOfWhateverAServiceSendsAreTold() throws Exception {
    String service = service();
    addNumber(service);
    try (EmbeddedMule mule = start(flow("status", "on-message-status", "messagingServiceSid='" + service + "'", ""))) {
      account.post("/2010-04-01/Accounts/" + TestApplication.ACCOUNT + "/Messages.json", Map.of("To", CALLER,
          "MessagingServiceSid", service, "Body", "Hi"));
      FlowRun run = mule.awaitRun("status", each -> ((CallbackAttributes) each.attributes()).getStatus()
          .equals("delivered"), SOON);
      assertEquals(CallbackKind.MESSAGE_STATUS, ((CallbackAttributes) run.attributes()).getKind());
      simulator.repeat(awaitCallback(simulator, each -> each.field("MessageStatus").equals("delivered")));
      assertEquals(1, mule.runs("status").stream().filter(each -> ((CallbackAttributes) each.attributes()).getStatus()
          .equals("delivered")).count());
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
      assertEquals(200, awaitCallback(simulator, each -> each.resourceSid().equals(simulator.receiveMessage(CALLER, NUMBER, "Hi")
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

  private CallbackAttributes attributes(EmbeddedMule mule, String flow, Resource resource) {
    return (CallbackAttributes) mule.awaitRun(flow, run -> resource.sid()
        .equals(((CallbackAttributes) run.attributes()).getResourceSid()), SOON).attributes();
  }

  private String service() {
    return account.post("/v1/Services", Map.of("FriendlyName", "Orders")).path("sid").asText();
  }

  private void addNumber(String service) {
    account.post("/v1/Services/" + service + "/PhoneNumbers",
        Map.of("PhoneNumberSid", account.number(NUMBER).path("sid").asText()));
  }

  private EmbeddedMule start(String elements) {
    return application(simulator, freePort(), elements).start();
  }

  private static String flow(String name, String source, String attributes, String elements) {
    return "<flow name='" + name + "'><twilio:" + source + " config-ref='Twilio' " + attributes + "/><logger level='DEBUG' "
        + "message='in'/>" + elements + "</flow>";
  }
}
