package org.muletwilio.simulator.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.simulator.SdkClient;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.UserServer;
import org.muletwilio.simulator.callback.CallbackAttempt;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.messaging.v1.Service;
import com.twilio.rest.messaging.v1.service.PhoneNumber;
import com.twilio.rest.messaging.v2.ChannelsSender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is asked about a message: the number, the messaging service that it is in, or the sender. Twilio's SDK is the client. */
class MessagingServiceTest {

  private static final String OWN = "+15005550006";
  private static final String CALLER = "+14155550100";

  private final TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(5)).phoneNumber(OWN).start();
  private final TwilioRestClient client = SdkClient.of(simulator);
  private UserServer user;
  private String number;

  @BeforeEach
  void start() throws IOException {
    user = new UserServer();
    number = IncomingPhoneNumber.reader().read(client).iterator().next().getSid();
    IncomingPhoneNumber.updater(number).setSmsUrl(url("/number")).update(client);
  }

  @AfterEach
  void stop() {
    user.close();
    simulator.close();
  }

  @Test
  void aServiceTakesTheMessagesOfItsNumbers() throws Exception {
    Service service = Service.creator("Orders").setInboundRequestUrl(url("/service")).create(client);
    assertEquals("/number", asked(1).signedUrl().replace(user.url(""), ""));
    PhoneNumber added = PhoneNumber.creator(service.getSid(), number).create(client);
    assertEquals(OWN, added.getPhoneNumber().toString());
    CallbackAttempt asked = asked(2);
    assertEquals(user.url("/service"), asked.signedUrl());
    assertEquals(service.getSid(), asked.field("MessagingServiceSid"));
    Service.updater(service.getSid()).setUseInboundWebhookOnNumber(true).update(client);
    assertEquals(user.url("/number"), asked(3).signedUrl());
    Service.updater(service.getSid()).setUseInboundWebhookOnNumber(false).setInboundRequestUrl("").update(client);
    assertThrows(IllegalArgumentException.class, () -> simulator.receiveMessage(CALLER, OWN, "Hi"));
    assertTrue(PhoneNumber.deleter(service.getSid(), number).delete(client));
    assertEquals(user.url("/number"), asked(4).signedUrl());
  }

  @Test
  void aNumberIsInOneServiceAtMost() {
    String first = Service.creator("One").create(client).getSid();
    String second = Service.creator("Two").create(client).getSid();
    PhoneNumber.creator(first, number).create(client);
    assertEquals(21710, assertThrows(ApiException.class, () -> PhoneNumber.creator(first, number).create(client)).getCode());
    assertEquals(21712, assertThrows(ApiException.class, () -> PhoneNumber.creator(second, number).create(client)).getCode());
    assertEquals(number, PhoneNumber.reader(first).read(client).iterator().next().getSid());
    assertFalse(PhoneNumber.reader(second).read(client).iterator().hasNext());
    assertEquals(20404, assertThrows(ApiException.class, () -> PhoneNumber.fetcher(second, number).fetch(client)).getCode());
  }

  @Test
  void aServiceIsToldOfWhatIsSentThroughIt() throws Exception {
    Service service = Service.creator("Orders").setStatusCallback(url("/status")).create(client);
    PhoneNumber.creator(service.getSid(), number).create(client);
    Message.creator(new com.twilio.type.PhoneNumber(CALLER), service.getSid(), "Hi").create(client);
    assertEquals(OWN, delivered("/status").field("From"));
  }

  @Test
  void aServiceSendsFromWhatIsInIt() throws Exception {
    String other = IncomingPhoneNumber.creator(new com.twilio.type.PhoneNumber("+14155550177")).create(client).getSid();
    String service = Service.creator("Orders").setStatusCallback(url("/status")).create(client).getSid();
    com.twilio.type.PhoneNumber to = new com.twilio.type.PhoneNumber(CALLER);
    assertEquals(21704, assertThrows(ApiException.class, () -> Message.creator(to, service, "Hi").create(client)).getCode());
    PhoneNumber.creator(service, other).create(client);
    Message.creator(to, service, "Hi").create(client);
    assertEquals("+14155550177", delivered("/status").field("From"));
    com.twilio.type.PhoneNumber whatsApp = new com.twilio.type.PhoneNumber("whatsapp:" + CALLER);
    assertEquals(21704, assertThrows(ApiException.class, () -> Message.creator(whatsApp, service, "Hi").create(client))
        .getCode());
  }

  @Test
  void aSenderTellsOfWhatItSendsAndAnswers() throws Exception {
    ChannelsSender.creator(new ChannelsSender.MessagingV2ChannelsSenderRequestsCreate.Builder("whatsapp:" + OWN)
        .webhook(new ChannelsSender.MessagingV2ChannelsSenderWebhook.Builder().callbackUrl(user.url("/whatsapp"))
            .statusCallbackUrl(user.url("/status")).build()).build()).create(client);
    user.replying(request -> request.target().equals("/whatsapp")
        ? UserServer.Reply.twiml("<Response><Message>Hello</Message></Response>") : UserServer.Reply.of(204));
    String answered = simulator.receiveMessage("whatsapp:" + CALLER, "whatsapp:" + OWN, "Hi").sid();
    assertNotEquals(answered, delivered("/status").resourceSid());
    String sent = Message.creator(new com.twilio.type.PhoneNumber("whatsapp:" + CALLER),
                                  new com.twilio.type.PhoneNumber("whatsapp:" + OWN), "Hi").create(client).getSid();
    simulator.awaitCallbacks(all -> all.stream().anyMatch(each -> each.resourceSid().equals(sent)
        && each.field("MessageStatus").equals("delivered")), Duration.ofSeconds(20));
  }

  private CallbackAttempt delivered(String target) throws Exception {
    List<CallbackAttempt> all = simulator.awaitCallbacks(each -> each.stream().anyMatch(one -> isDelivered(one, target)),
                                                         Duration.ofSeconds(20));
    return all.stream().filter(one -> isDelivered(one, target)).findFirst().orElseThrow();
  }

  private boolean isDelivered(CallbackAttempt one, String target) {
    return one.signedUrl().equals(user.url(target)) && one.field("MessageStatus").equals("delivered");
  }

  @Test
  void aTrunkTakesTheCallsOfItsNumbers() {
    IncomingPhoneNumber.updater(number).setVoiceUrl(url("/voice")).setTrunkSid("TK" + "0".repeat(32)).update(client);
    assertTrue(assertThrows(IllegalArgumentException.class, () -> simulator.receiveCall(CALLER, OWN)).getMessage()
        .contains("the trunk TK"));
  }

  @Test
  void aSenderIsAskedAtItsOwnAddress() throws Exception {
    ChannelsSender.MessagingV2ChannelsSenderRequestsCreate create =
        new ChannelsSender.MessagingV2ChannelsSenderRequestsCreate.Builder("whatsapp:" + OWN)
            .webhook(new ChannelsSender.MessagingV2ChannelsSenderWebhook.Builder().callbackUrl(user.url("/whatsapp")).build())
            .build();
    ChannelsSender sender = ChannelsSender.creator(create).create(client);
    assertEquals(sender.getSid(), ChannelsSender.reader("whatsapp").read(client).iterator().next().getSid());
    assertFalse(ChannelsSender.reader("rcs").read(client).iterator().hasNext());
    simulator.receiveMessage("whatsapp:" + CALLER, "whatsapp:" + OWN, "Hi");
    simulator.awaitCallbacks(all -> all.stream().anyMatch(each -> each.signedUrl().equals(user.url("/whatsapp"))),
                             Duration.ofSeconds(20));
    assertThrows(IllegalArgumentException.class, () -> simulator.receiveMessage(CALLER, "rcs:brand", "Hi"));
  }

  private CallbackAttempt asked(int count) throws Exception {
    simulator.receiveMessage(CALLER, OWN, "Hi");
    List<CallbackAttempt> all = simulator.awaitCallbacks(each -> each.size() >= count, Duration.ofSeconds(20));
    return all.get(count - 1);
  }

  private URI url(String target) {
    return URI.create(user.url(target));
  }
}
