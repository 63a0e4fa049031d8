package org.muletwilio.functional.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.awaitCallback;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.functional.support.TestApplication;
import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiFault;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.testkit.log.ExpectedErrors;
import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowRun;

import java.util.Map;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

/** Messaging services, whose numbers and senders a source takes the messages of, and whose statuses it is told. */
@ExpectedErrors({"can't start", "Failed to connect/reconnect", "broken on purpose", "Failed to shut down registry cleanly"})
class MessagingServiceSourceTest extends SourceTargetFixture {

  @Test
  void aMessagingServiceLetsTheFlowTakeTheMessagesOfItsNumbers() throws Exception {
    String service = service();
    addNumber(service);
    try (EmbeddedMule mule = start(flow("answer", "on-message", "messagingServiceSid='" + service + "'", "<set-payload value='"
        + "&lt;Response/&gt;'/>"))) {
      Resource message = simulator.receiveMessage(SENDER, NUMBER, "Hi");
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

  /** Whether the number is in a messaging service is a question for the sake of the error, which a restricted key may not ask. */
  @Test
  void credentialsThatMayNotAskForServicesRegisterTheNumber() throws Exception {
    try (LogLines log = LogLines.of("org.muletwilio", Level.INFO);
        EmbeddedMule mule = start(flow("answer", "on-message", "phoneNumber='" + NUMBER + "'", ""))) {
      mule.stopFlow("answer");
      simulator.apiFaults().afterRequests(2).nextRequests(1,
          ApiFault.answer(ApiAnswer.error(403, 70051, "Authorization failed")));
      mule.startFlow("answer");
      attributes(mule, "answer", simulator.receiveMessage(SENDER, NUMBER, "Hi"));
      assertEquals(1, log.with("may not ask for messaging services").size(), log.all().toString());
    }
  }

  /** Also of what somebody else sends through the service, and once for each status. */
  @Test
  void statusesOfWhateverAServiceSendsAreTold() throws Exception {
    String service = service();
    addNumber(service);
    try (EmbeddedMule mule = start(flow("status", "on-message-status", "messagingServiceSid='" + service + "'", ""))) {
      account.post("/2010-04-01/Accounts/" + TestApplication.ACCOUNT + "/Messages.json", Map.of("To", SENDER,
          "MessagingServiceSid", service, "Body", "Hi"));
      FlowRun run = mule.awaitRun("status", each -> ((CallbackAttributes) each.attributes()).getStatus()
          .equals("delivered"), SOON);
      assertEquals(CallbackKind.MESSAGE_STATUS, ((CallbackAttributes) run.attributes()).getKind());
      simulator.repeat(awaitCallback(simulator, each -> each.field("MessageStatus").equals("delivered")));
      assertEquals(1, mule.runs("status").stream().filter(each -> ((CallbackAttributes) each.attributes()).getStatus()
          .equals("delivered")).count());
    }
  }

  private String service() {
    return account.post("/v1/Services", Map.of("FriendlyName", "Orders")).path("sid").asText();
  }

  private void addNumber(String service) {
    account.post("/v1/Services/" + service + "/PhoneNumbers",
        Map.of("PhoneNumberSid", account.number(NUMBER).path("sid").asText()));
  }
}
