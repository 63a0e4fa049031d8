package org.muletwilio.simulator.message;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.simulator.TwilioSimulator.DEFAULT_ACCOUNT_SID;
import static org.muletwilio.simulator.TwilioSimulator.DEFAULT_AUTH_TOKEN;

import org.muletwilio.simulator.SdkClient;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.UserServer;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.script.MessageOutcome;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.security.RequestValidator;
import com.twilio.type.PhoneNumber;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a user's server is told about messages. */
class MessageCallbackTest {

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final String TO = "+14155550100";
  private static final String SERVICE = "MG" + "4".repeat(32);

  @AutoClose
  private final TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(1)).start();
  private final TwilioRestClient client = SdkClient.of(simulator);
  @AutoClose
  private final UserServer user = new UserServer();

  @Test
  void sentAndDelivered() throws Exception {
    send(Message.creator(new PhoneNumber(TO), new PhoneNumber("+15005550006"), "x"));
    assertEquals(List.of("sent", "delivered"), statuses("delivered"));
    simulator.callbacks().forEach(callback -> assertEquals(204, callback.status()));
  }

  @Test
  void queuedFirstWithAMessagingService() throws Exception {
    send(Message.creator(new PhoneNumber(TO), SERVICE, "x"));
    assertEquals(List.of("queued", "sent", "delivered"), statuses("delivered"));
    simulator.callbacks().forEach(callback -> {
      assertEquals(SERVICE, callback.field("MessagingServiceSid"));
      assertEquals("+15005550006", callback.field("From"));
    });
  }

  @Test
  void endsAsTheScriptSays() throws Exception {
    simulator.script().outcome(TO, MessageOutcome.failed(30007)).outcome("whatsapp:" + TO, MessageOutcome.read());
    send(Message.creator(new PhoneNumber(TO), new PhoneNumber("+15005550006"), "x"));
    assertEquals(List.of("failed"), statuses("failed"));
    assertEquals("30007", simulator.callbacks().get(0).field("ErrorCode"));
    send(Message.creator(new PhoneNumber("whatsapp:" + TO), new PhoneNumber("whatsapp:+15005550006"), "x"));
    assertEquals(List.of("failed", "sent", "delivered", "read"), statuses("read"));
    CallbackAttempt read = simulator.callbacks().get(3);
    assertEquals("whatsapp", read.field("ChannelPrefix"));
    assertEquals("READ", read.field("EventType"));
  }

  @Test
  void scheduledOnesWaitForTheirRelease() throws Exception {
    MessageCreator creator = Message.creator(new PhoneNumber(TO), SERVICE, "x").setScheduleType(Message.ScheduleType.FIXED)
        .setSendAt(ZonedDateTime.now(ZoneOffset.UTC).plusHours(1));
    send(creator);
    Message canceled = send(creator);
    Message.updater(canceled.getSid()).setStatus(Message.UpdateStatus.CANCELED).update(client);
    simulator.releaseScheduled();
    assertEquals(List.of("canceled", "queued", "sent", "delivered"), statuses("delivered"));
  }

  @Test
  void carriesTheDocumentedFields() throws Exception {
    Message message = send(Message.creator(new PhoneNumber(TO), new PhoneNumber("+15005550006"), "x"));
    statuses("delivered");
    Map<String, String> fields = fields(user.received().get(1));
    String receipt = fields.remove("RawDlrDoneDate");
    assertTrue(receipt.matches("[0-9]{10}"));
    assertEquals(Map.of("AccountSid", DEFAULT_ACCOUNT_SID, "ApiVersion", "2010-04-01",
                        "MessageSid", message.getSid(), "SmsSid", message.getSid(),
                        "MessageStatus", "delivered", "SmsStatus", "delivered", "From", "+15005550006", "To", TO), fields);
  }

  @Test
  void isSignedAsTheSdkExpects() throws Exception {
    send(Message.creator(new PhoneNumber(TO), new PhoneNumber("+15005550006"), "x"));
    statuses("delivered");
    for (UserServer.Received received : user.received()) {
      assertEquals("POST", received.method());
      assertEquals("/status?a=%C3%BC", received.target());
      assertEquals("TwilioProxy/1.1", received.header("User-agent"));
      assertEquals("application/x-www-form-urlencoded; charset=utf-8", received.header("Content-type"));
      assertEquals("127.0.0.1:" + user.port(), received.header("Host"));
      String signature = received.header("X-twilio-signature");
      assertTrue(new RequestValidator(DEFAULT_AUTH_TOKEN).validate(user.url(received.target()), fields(received), signature));
      assertFalse(new RequestValidator("other").validate(user.url(received.target()), fields(received), signature));
    }
    Set<String> tokens = new HashSet<>();
    user.received().forEach(received -> tokens.add(received.header("I-twilio-idempotency-token")));
    assertEquals(2, tokens.size());
  }

  @Test
  void isSignedWithTheNewTokenAfterARotation() throws Exception {
    simulator.rotateAuthToken(DEFAULT_ACCOUNT_SID, "rotated");
    Message.creator(new PhoneNumber(TO), new PhoneNumber("+15005550006"), "x").setStatusCallback(URI.create(user.url("/")))
        .create(SdkClient.of(simulator, DEFAULT_ACCOUNT_SID, "rotated"));
    statuses("delivered");
    UserServer.Received received = user.received().get(0);
    assertTrue(new RequestValidator("rotated").validate(user.url("/"), fields(received), received.header("X-twilio-signature")));
  }

  private Message send(MessageCreator creator) {
    return creator.setStatusCallback(URI.create(user.url("/status?a=%C3%BC"))).create(client);
  }

  /** All statuses up to the given one. */
  private List<String> statuses(String last) throws Exception {
    return simulator
        .awaitCallbacks(sent -> sent.stream().anyMatch(callback -> callback.field("MessageStatus").equals(last)), LIMIT).stream()
        .map(callback -> callback.field("MessageStatus")).toList();
  }

  private static Map<String, String> fields(UserServer.Received received) {
    return received.form().fields().stream().collect(toMap(Form.Field::name, Form.Field::value));
  }
}
