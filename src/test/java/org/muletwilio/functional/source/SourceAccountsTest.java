package org.muletwilio.functional.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.awaitCallback;
import static org.muletwilio.functional.support.TestApplication.freePort;

import org.muletwilio.functional.support.AccountRequests;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.TwilioSimulatorBuilder;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.testkit.log.ExpectedErrors;
import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.mule.EmbeddedMule;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Accounts with many numbers, and with senders that are in messaging services. */
@ExpectedErrors({"can't start", "Failed to connect/reconnect"})
class SourceAccountsTest {

  private static final String NUMBER = "+493012345";
  private static final String SENDER = "whatsapp:+15005550001";
  private static final String CALLER = "whatsapp:+14155550100";

  private TwilioSimulator simulator;

  @AfterEach
  void stop() {
    simulator.close();
  }

  /** Twilio finds a number by a part of it: behind a number of ten digits its extensions come first, on several pages. */
  @Test
  void aNumberIsFoundAmongLongerOnesThatBeginWithIt() throws Exception {
    TwilioSimulatorBuilder builder = TwilioSimulator.builder().pace(Duration.ofMillis(10)).phoneNumber(NUMBER);
    IntStream.range(0, 1001).forEach(i -> builder.phoneNumber(NUMBER + String.format("%04d", i)));
    simulator = builder.start();
    try (EmbeddedMule mule = start("phoneNumber='" + NUMBER + "'")) {
      assertEquals(200, asked("+14155550100", NUMBER));
    }
  }

  /** Twilio's word for it in the console: a service may defer to the sender's webhook, or take the messages itself. */
  @Test
  void aServiceWinsOverItsSendersUnlessItDefersToThem() throws Exception {
    simulator = TwilioSimulator.builder().pace(Duration.ofMillis(10)).start();
    AccountRequests account = new AccountRequests(simulator);
    String sender = account.postJson("/v2/Channels/Senders", "{\"sender_id\":\"" + SENDER + "\"}").path("sid").asText();
    String service = account.post("/v1/Services", Map.of("FriendlyName", "Orders")).path("sid").asText();
    account.post("/v1/Services/" + service + "/ChannelSenders", Map.of("Sid", sender));
    String message = assertThrows(ApplicationStartException.class, () -> start("sender='" + SENDER + "'")).getMessage();
    assertTrue(message.contains("Twilio would not call the callback URL of sender " + SENDER + ": the sender is in messaging "
        + "service 'Orders' (" + service + "), which takes its messages. Set messagingServiceSid=\"" + service + "\" in place of "
        + "the sender"), message);
    try (EmbeddedMule mule = start("messagingServiceSid='" + service + "'")) {
      assertEquals(200, asked(CALLER, SENDER));
      mule.awaitRun("answer", run -> true, SOON);
    }
    account.post("/v1/Services/" + service, Map.of("UseInboundWebhookOnNumber", "true"));
    try (EmbeddedMule mule = start("sender='" + sender + "'")) {
      assertEquals(200, asked(CALLER, SENDER));
      mule.awaitRun("answer", run -> true, SOON);
    }
  }

  /** A name that somebody has given at Twilio neither hides what to do nor breaks the line. */
  @Test
  void aHostileNameOfAServiceLeavesTheErrorReadable() {
    simulator = TwilioSimulator.builder().pace(Duration.ofMillis(10)).phoneNumber(NUMBER).start();
    AccountRequests account = new AccountRequests(simulator);
    String name = "%s {} ${x} #[vars.y]\n\u202E" + "x".repeat(5000);
    String service = account.post("/v1/Services", Map.of("FriendlyName", name)).path("sid").asText();
    account.post("/v1/Services/" + service + "/PhoneNumbers",
                 Map.of("PhoneNumberSid", account.number(NUMBER).path("sid").asText()));
    String message = assertThrows(ApplicationStartException.class, () -> start("phoneNumber='" + NUMBER + "'")).getMessage();
    assertTrue(message.contains("'%s {} ${x} #[vars.y]"), message);
    assertTrue(message.contains("Set messagingServiceSid=\"" + service + "\""), message);
    assertTrue(message.indexOf('\u202E') < 0 && !message.contains("x".repeat(200)), message);
  }

  private EmbeddedMule start(String target) {
    return application(simulator, freePort(), "<flow name='answer'><twilio:on-message config-ref='Twilio' " + target
        + "/><set-payload value='&lt;Response/&gt;'/></flow>").start();
  }

  private int asked(String from, String to) throws Exception {
    Resource message = simulator.receiveMessage(from, to, "Hi");
    return awaitCallback(simulator, each -> each.resourceSid().equals(message.sid())).status();
  }
}
