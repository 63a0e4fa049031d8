package org.muletwilio.simulator.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.simulator.SdkClient;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.UserServer;
import org.muletwilio.simulator.callback.Callback;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.script.CallScript;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import com.twilio.exception.ApiException;
import com.twilio.http.HttpMethod;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Application;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.OutgoingCallerId;
import com.twilio.rest.api.v2010.account.ValidationRequest;
import com.twilio.twiml.MessagingResponse;
import com.twilio.twiml.messaging.Body;
import com.twilio.type.PhoneNumber;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Phone numbers, applications and caller IDs, and what comes in through them. */
class NumberTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String CALLER = "+14155550100";
  private static final String OWN = "+14155550150";

  @AutoClose
  private final TwilioSimulator simulator = TwilioSimulator.builder().phoneNumber(OWN).pace(Duration.ofMillis(2)).start();
  private final TwilioRestClient client = SdkClient.of(simulator);
  @AutoClose
  private final UserServer user = new UserServer();

  @Test
  void buysUpdatesAndReleasesNumbers() {
    IncomingPhoneNumber bought = IncomingPhoneNumber.creator(new PhoneNumber("+15005550006")).setVoiceUrl(url("/voice"))
        .setVoiceMethod(HttpMethod.GET).setFriendlyName("Support").create(client);
    assertTrue(bought.getSid().startsWith("PN"));
    assertEquals(url("/voice"), bought.getVoiceUrl());
    assertEquals(HttpMethod.GET, bought.getVoiceMethod());
    assertTrue(bought.getCapabilities().getVoice());
    assertEquals("+1500", IncomingPhoneNumber.creator("500").create(client).getPhoneNumber().toString().substring(0, 5));
    IncomingPhoneNumber updated = IncomingPhoneNumber.updater(bought.getSid()).setSmsUrl(url("/sms")).setVoiceCallerIdLookup(true)
        .update(client);
    assertEquals(url("/sms"), updated.getSmsUrl());
    assertEquals(url("/voice"), updated.getVoiceUrl());
    assertTrue(updated.getVoiceCallerIdLookup());
    assertEquals(bought.getSid(),
                 IncomingPhoneNumber.reader().setFriendlyName("Support").read(client).iterator().next().getSid());
    assertTrue(IncomingPhoneNumber.deleter(bought.getSid()).delete(client));
    assertCode(20404, () -> IncomingPhoneNumber.fetcher(bought.getSid()).fetch(client));
  }

  @Test
  void refusesNumbersAsTwilioDoes() {
    assertCode(21422, () -> IncomingPhoneNumber.creator(new PhoneNumber("+15005550000")).create(client));
    assertCode(21421, () -> IncomingPhoneNumber.creator(new PhoneNumber("+15005550001")).create(client));
    assertCode(21422, () -> IncomingPhoneNumber.creator(new PhoneNumber(OWN)).create(client));
    assertCode(21452, () -> IncomingPhoneNumber.creator("533").create(client));
    assertCode(21502, () -> IncomingPhoneNumber.creator("500").setVoiceUrl(URI.create("ftp://example.com")).create(client));
  }

  @Test
  void keepsApplications() {
    Application created = Application.creator().setFriendlyName("Survey").setVoiceUrl(url("/voice"))
        .setMessageStatusCallback(url("/status")).create(client);
    assertEquals("Survey", Application.fetcher(created.getSid()).fetch(client).getFriendlyName());
    assertEquals(url("/other"), Application.updater(created.getSid()).setVoiceUrl(url("/other")).update(client).getVoiceUrl());
    assertEquals(created.getSid(), Application.reader().setFriendlyName("Survey").read(client).iterator().next().getSid());
    assertTrue(Application.deleter(created.getSid()).delete(client));
    assertFalse(Application.reader().read(client).iterator().hasNext());
  }

  @Test
  void tellsAnApplicationOfMessages() throws Exception {
    Application application = Application.creator().setMessageStatusCallback(url("/status")).create(client);
    Message.creator(new PhoneNumber(CALLER), new PhoneNumber(OWN), "x").setApplicationSid(application.getSid()).create(client);
    assertEquals(user.url("/status"), told(Callback.Kind.MESSAGE_STATUS, 2).get(0).signedUrl());
  }

  @Test
  void verifiesCallerIds() throws Exception {
    ValidationRequest request = ValidationRequest.creator(new PhoneNumber(CALLER)).setFriendlyName("Mine")
        .setStatusCallback(url("/verified")).create(client);
    assertEquals(6, request.getValidationCode().length());
    CallbackAttempt verified = told(Callback.Kind.CALLER_ID_STATUS, 1).get(0);
    assertEquals("success", verified.field("VerificationStatus"));
    assertEquals(request.getCallSid(), verified.field("CallSid"));
    assertEquals("Mine", OutgoingCallerId.fetcher(verified.field("OutgoingCallerIdSid")).fetch(client).getFriendlyName());
    assertCode(21450, () -> ValidationRequest.creator(new PhoneNumber(CALLER)).create(client));
    simulator.script().call("+14155550101", CallScript.noAnswer());
    ValidationRequest.creator(new PhoneNumber("+14155550101")).setStatusCallback(url("/verified")).create(client);
    assertEquals("failed", told(Callback.Kind.CALLER_ID_STATUS, 2).get(1).field("VerificationStatus"));
  }

  @Test
  void bringsMessagesIn() throws Exception {
    configure("/sms", "/fallback", "/voice");
    com.twilio.twiml.messaging.Message thanks = new com.twilio.twiml.messaging.Message.Builder()
        .body(new Body.Builder("Thanks").build()).statusCallback("/replied").build();
    String twiml = new MessagingResponse.Builder().message(thanks).build().toXml();
    user.replying(request -> UserServer.Reply.twiml(twiml));
    Resource message = simulator.receiveMessage(CALLER, OWN, "Hello", "https://example.com/a.png");
    List<CallbackAttempt> told = told(Callback.Kind.MESSAGE_STATUS, 2);
    CallbackAttempt asked = told(Callback.Kind.INBOUND_MESSAGE, 1).get(0);
    assertEquals(message.sid(), asked.field("MessageSid"));
    assertEquals("Hello", asked.field("Body"));
    assertEquals("1", asked.field("NumMedia"));
    assertEquals("image/png", asked.field("MediaContentType0"));
    assertEquals("received", asked.field("SmsStatus"));
    assertEquals("US", asked.field("FromCountry"));
    assertEquals(user.url("/replied"), told.get(0).signedUrl());
    Resource reply = simulator.messages().get(1);
    assertEquals(List.of("outbound-reply", "Thanks", OWN, CALLER),
                 List.of(reply.text("direction"), reply.text("body"), reply.text("from"), reply.text("to")));
    assertEquals(Message.Status.RECEIVED, Message.fetcher(message.sid()).fetch(client).getStatus());
  }

  @Test
  void bringsMessagesToTheFallback() throws Exception {
    configure("/sms", "/fallback", "/voice");
    user.replying(request -> UserServer.Reply.of(request.target().equals("/sms") ? 503 : 204));
    simulator.receiveMessage(CALLER, OWN, "Hello");
    CallbackAttempt fallback = told(Callback.Kind.INBOUND_MESSAGE, 2).get(1);
    assertEquals(user.url("/fallback"), fallback.signedUrl());
    assertEquals("11200", fallback.field("ErrorCode"));
    assertEquals(user.url("/sms"), fallback.field("ErrorUrl"));
  }

  @Test
  void bringsCallsIn() throws Exception {
    configure("/sms", "/fallback", "/voice");
    simulator.script().call(CALLER, CallScript.answered().presses("1"));
    user.replying(request -> UserServer.Reply.twiml(request.target().equals("/voice")
        ? "<Response><Gather action='/digits'/></Response>" : "<Response/>"));
    Resource call = simulator.receiveCall(CALLER, OWN);
    List<CallbackAttempt> asked = told(Callback.Kind.CALL_INSTRUCTIONS, 2);
    assertEquals("ringing", asked.get(0).field("CallStatus"));
    assertEquals("inbound", asked.get(0).field("Direction"));
    assertEquals("in-progress", asked.get(1).field("CallStatus"));
    assertEquals("1", asked.get(1).field("Digits"));
    CallbackAttempt ended = told(Callback.Kind.CALL_STATUS, 1).get(0);
    assertEquals(call.sid(), ended.resourceSid());
    assertEquals("completed", ended.field("CallStatus"));
  }

  @Test
  void letsCallsBeRejected() throws Exception {
    configure("/sms", "/fallback", "/voice");
    user.replying(request -> UserServer.Reply.twiml("<Response><Reject reason='busy'/></Response>"));
    simulator.receiveCall(CALLER, OWN);
    assertEquals("busy", told(Callback.Kind.CALL_STATUS, 1).get(0).field("CallStatus"));
  }

  @Test
  void bringsCallsToApplications() throws Exception {
    Application application = Application.creator().setVoiceUrl(url("/application")).create(client);
    IncomingPhoneNumber.updater(sidOfOwn()).setVoiceApplicationSid(application.getSid()).setVoiceUrl(url("/unused"))
        .update(client);
    simulator.receiveCall(CALLER, OWN);
    assertEquals(user.url("/application"), told(Callback.Kind.CALL_INSTRUCTIONS, 1).get(0).signedUrl());
  }

  @Test
  void knowsWhoseNumberItIs() {
    assertThrows(IllegalArgumentException.class, () -> simulator.receiveCall(CALLER, "+14155550199"));
    assertThrows(IllegalArgumentException.class, () -> simulator.receiveMessage(CALLER, OWN, "no address yet"));
  }

  private void configure(String sms, String fallback, String voice) {
    IncomingPhoneNumber.updater(sidOfOwn()).setSmsUrl(url(sms)).setSmsFallbackUrl(url(fallback)).setVoiceUrl(url(voice))
        .setStatusCallback(url("/ended")).update(client);
  }

  private String sidOfOwn() {
    return IncomingPhoneNumber.reader().setPhoneNumber(new PhoneNumber(OWN)).read(client).iterator().next().getSid();
  }

  private URI url(String target) {
    return URI.create(user.url(target));
  }

  private List<CallbackAttempt> told(Callback.Kind kind, int count) throws Exception {
    return simulator.awaitCallbacks(sent -> sent.stream().filter(one -> one.kind() == kind).count() >= count, LIMIT).stream()
        .filter(one -> one.kind() == kind).toList();
  }

  private static void assertCode(int code, Executable executable) {
    assertEquals(code, assertThrows(ApiException.class, executable).getCode());
  }
}
