package org.muletwilio.simulator.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.simulator.TwilioSimulator.DEFAULT_AUTH_TOKEN;

import org.muletwilio.simulator.UserServer;
import org.muletwilio.simulator.callback.Callback;
import org.muletwilio.simulator.callback.CallbackAttempt;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.twilio.http.HttpMethod;
import com.twilio.rest.api.v2010.account.Application;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.CallCreator;
import com.twilio.security.RequestValidator;
import com.twilio.type.Twiml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a call asks for TwiML, and what follows from the answer or from none. */
class CallInstructionsTest extends CallFixture {

  @Test
  void asksForInstructionsAsTheSdkExpects() throws Exception {
    call("/twiml?x=1").setMethod(HttpMethod.GET).create(client);
    call("/twiml?x=1").create(client);
    told(Callback.Kind.CALL_INSTRUCTIONS, 2);
    for (UserServer.Received received : user.received()) {
      String signature = received.header("X-twilio-signature");
      Map<String, String> fields = new HashMap<>();
      received.form().fields().forEach(field -> fields.put(field.name(), field.value()));
      assertTrue(new RequestValidator(DEFAULT_AUTH_TOKEN).validate(user.url(received.target()), fields, signature));
    }
    assertEquals(Set.of("GET", "POST"), Set.copyOf(user.received().stream().map(UserServer.Received::method).toList()));
    CallbackAttempt asked = told(Callback.Kind.CALL_INSTRUCTIONS, 2).get(0);
    assertEquals("in-progress", asked.field("CallStatus"));
    assertEquals("outbound-api", asked.field("Direction"));
    assertEquals("US", asked.field("FromCountry"));
  }

  @Test
  void dropsAnHttpsPortWhenItSigns() throws Exception {
    simulator.route("https://gentle-fox.loca.lt:8443", user.url(""));
    new CallCreator(TO, FROM, URI.create("https://gentle-fox.loca.lt:8443/twiml")).create(client);
    assertEquals("https://gentle-fox.loca.lt/twiml", told(Callback.Kind.CALL_INSTRUCTIONS, 1).get(0).signedUrl());
    assertEquals("gentle-fox.loca.lt:8443", user.received().get(0).header("Host"));
  }

  @ParameterizedTest
  @CsvSource({"500, '', 11200", "200, '<Response>', 12100", "200, '', 12100", "200, '<!DOCTYPE a><Response/>', 12100",
      "200, '<Other/>', 12100", "404, '<Response/>', 11200"})
  void asksTheFallbackWhenTheAnswerFails(int status, String body, String code) throws Exception {
    user.replying(request -> request.target().equals("/fallback")
        ? UserServer.Reply.twiml("<Response><Say>Sorry</Say></Response>") : new UserServer.Reply(status, "text/xml", body));
    String sid = call("/twiml").setFallbackUrl(url("/fallback")).create(client).getSid();
    List<CallbackAttempt> asked = told(Callback.Kind.CALL_INSTRUCTIONS, 2);
    assertEquals(code, asked.get(1).field("ErrorCode"));
    assertEquals(user.url("/twiml"), asked.get(1).field("ErrorUrl"));
    awaitEnd(sid, "completed");
    assertEquals(List.of("Say Sorry"), simulator.heard(sid));
  }

  @Test
  void endsWhenThereIsNoFallback() throws Exception {
    user.replying(request -> UserServer.Reply.of(500));
    String sid = call("/twiml").create(client).getSid();
    awaitEnd(sid, "completed");
    assertEquals(List.of("error 11200 Answered 500"), simulator.heard(sid));
  }

  @Test
  void takesTwimlAndApplications() throws Exception {
    Twiml twiml = new Twiml("<Response><Say>Here</Say><Hangup/><Say>Never</Say></Response>");
    String sid = new CallCreator(TO, FROM, twiml).create(client).getSid();
    awaitEnd(sid, "completed");
    assertEquals(List.of("Say Here"), simulator.heard(sid));
    Application application = Application.creator().setVoiceUrl(url("/twiml")).setStatusCallback(url("/status")).create(client);
    new CallCreator(TO, FROM, application.getSid()).create(client);
    assertEquals(List.of("completed"), fields(told(Callback.Kind.CALL_STATUS, 1), "CallStatus"));
  }

  @Test
  void isRedirectedAndHungUp() throws Exception {
    answer("<Response><Pause length=\"100000\"/></Response>");
    String sid = call("/twiml").setStatusCallback(url("/status")).create(client).getSid();
    told(Callback.Kind.CALL_INSTRUCTIONS, 1);
    Call.updater(sid).setUrl(url("/other")).update(client);
    assertEquals(user.url("/other"), told(Callback.Kind.CALL_INSTRUCTIONS, 2).get(1).signedUrl());
    Call.updater(sid).setStatus(Call.UpdateStatus.COMPLETED).update(client);
    assertEquals("completed", told(Callback.Kind.CALL_STATUS, 1).get(0).field("CallStatus"));
    assertCode(21220, () -> Call.updater(sid).setStatus(Call.UpdateStatus.COMPLETED).update(client));
    assertCode(21220, () -> Call.updater(sid).setUrl(url("/twiml")).update(client));
  }
}
