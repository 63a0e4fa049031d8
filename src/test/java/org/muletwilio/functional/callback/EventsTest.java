package org.muletwilio.functional.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.functional.support.Http;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowRun;

import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.twilio.security.RequestValidator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** JSON to an address that callback-url made: what Event Streams, Studio and others send, and what nobody should. */
class EventsTest {

  private static final String JSON = "[{\"specversion\":\"1.0\",\"type\":\"com.twilio.messaging.message.delivered\",\"data\":"
      + "{\"body\":\"Grüße 😀\"}}]";
  private static final String CONTENT_TYPE = "Content-Type";

  private static TwilioSimulator simulator;
  private static EmbeddedMule mule;
  private static String address;
  private static String statusAddress;

  @BeforeAll
  static void start() {
    simulator = simulator();
    mule = application(simulator, freePort(), addressOf("EVENT") + addressOf("MESSAGE_STATUS") + flow("events")).start();
    address = mule.run("EVENT", "").payload().toString();
    statusAddress = mule.run("MESSAGE_STATUS", "").payload().toString();
  }

  @AfterAll
  static void stop() {
    mule.close();
    simulator.close();
  }

  @Test
  void jsonRunsTheFlowAsItCame() {
    CallbackAttempt sent = simulator.sendEvent(address, JSON);
    assertEquals(204, sent.status());
    FlowRun run = runOf(sent);
    assertEquals(JSON, run.payload());
    CallbackAttributes attributes = (CallbackAttributes) run.attributes();
    assertEquals(CallbackKind.EVENT, attributes.getKind());
    assertEquals("POST", attributes.getMethod());
    assertEquals(sent.signedUrl(), attributes.getPublicUrl());
    assertEquals(sent.idempotencyToken(), attributes.getIdempotencyToken());
    assertEquals(Map.of("shop", "7"), attributes.getContext());
    assertNull(attributes.getStatus());
    assertNull(attributes.getResourceSid());
  }

  @Test
  void theSdkBelievesTheSame() throws Exception {
    CallbackAttempt sent = simulator.sendEvent(address, JSON);
    assertTrue(new RequestValidator(TOKEN).validate(sent.signedUrl(), JSON, signature(sent.signedUrl())));
    assertEquals(204, post(sent.signedUrl(), JSON, "application/cloudevents-batch+json"));
    assertEquals(204, post(sent.signedUrl(), JSON, "Application/JSON ; charset=utf-8"));
  }

  @Test
  void theSameEventInASecondRequestRunsAgainAndARepeatDoesNot() {
    CallbackAttempt first = simulator.sendEvent(address, "[1]");
    simulator.sendEvent(address, "[1]");
    assertEquals(204,
        simulator.forge(first).json("[1]").idempotencyToken(first.idempotencyToken()).signedBy(TOKEN).send().status());
    assertEquals(2, mule.runs("events").stream().filter(run -> run.payload().equals("[1]")).count());
  }

  @Test
  void anotherBodyOrHashIsForbidden() throws Exception {
    CallbackAttempt sent = simulator.sendEvent(address, "[2]");
    String url = sent.signedUrl();
    String unhashed = url.substring(0, url.lastIndexOf("&bodySHA256="));
    int before = mule.runs("events").size();
    assertEquals(403, post(url, "[3]", "application/json"));
    assertEquals(403, post(url, "[2] ", "application/json"));
    assertEquals(403, post(url, "", "application/json"), "a signed address without its body");
    assertEquals(403, post(url, "x=1", "application/x-www-form-urlencoded"));
    assertEquals(403, post(url, "", "application/x-www-form-urlencoded"));
    assertEquals(403, post(unhashed, "[2]", "application/json"));
    assertEquals(403, post(unhashed + "&bodySHA256=", "[2]", "application/json"));
    assertEquals(403, post(unhashed + "&bodySHA256=" + "0".repeat(64), "[2]", "application/json"));
    assertEquals(403, Http.send("POST", local(url), "[2]", CONTENT_TYPE, "application/json").statusCode(), "unsigned");
    assertEquals(403, Http.send("GET", local(url), "", "X-Twilio-Signature", signature(url)).statusCode());
    assertEquals(403, simulator.forge(sent).json("[2]").wrongSignature().send().status());
    assertEquals(before, mule.runs("events").size());
  }

  @Test
  void jsonThatIsNoUtf8IsMalformed() throws Exception {
    assertEquals(400, Http.send("POST", local(address), new byte[] {'"', (byte) 0xFF, '"'}, CONTENT_TYPE,
        "application/json", "X-Twilio-Signature", "AAAA").statusCode());
  }

  @Test
  void aFormIsAMapToo() {
    CallbackAttempt sent = simulator.forge(address).fields(Form.of("EventType", "onMessageAdded", "Body",
        "Hi")).signedBy(TOKEN).send();
    assertEquals(204, sent.status());
    FlowRun run = runOf(sent);
    assertEquals("Hi", ((Map<?, ?>) run.payload()).get("Body"));
    assertEquals("onMessageAdded", ((CallbackAttributes) run.attributes()).getStatus());
  }

  @Test
  void aFlowThatTakesAFormGetsNoJson() {
    assertEquals(415, simulator.sendEvent(statusAddress, JSON).status());
    assertEquals(204, simulator.forge(statusAddress).signedBy(TOKEN).send().status());
  }

  @Test
  void withoutSignaturesJsonNeedsNoHash() throws Exception {
    try (EmbeddedMule open = application(config("Twilio", simulator, "<twilio:http-callback-config host='127.0.0.1' "
        + "validateSignature='false' localPort='" + freePort() + "'/>") + addressOf("EVENT") + flow("events")).start()) {
      String url = open.run("EVENT", "").payload().toString();
      assertEquals(204, Http.send("POST", local(url), JSON, CONTENT_TYPE, "application/json").statusCode());
      assertEquals(JSON, open.awaitRun("events", run -> true, SOON).payload());
    }
  }

  private static String addressOf(String kind) {
    return "<flow name='" + kind + "'><twilio:callback-url config-ref='Twilio' kind='" + kind + "' flow-ref='events'>"
        + "<twilio:callback-contexts><twilio:callback-context key='shop' value='7'/></twilio:callback-contexts>"
        + "</twilio:callback-url></flow>";
  }

  private static FlowRun runOf(CallbackAttempt sent) {
    return mule.awaitRun("events", each -> sent.idempotencyToken()
        .equals(((CallbackAttributes) each.attributes()).getIdempotencyToken()), SOON);
  }

  /** @return the status of the answer to a request that is signed for its address alone */
  private static int post(String url, String body, String contentType) throws Exception {
    return Http.send("POST", local(url), body, CONTENT_TYPE, contentType, "X-Twilio-Signature", signature(url)).statusCode();
  }

  private static String local(String url) {
    int fragment = url.indexOf('#');
    return fragment < 0 ? url : url.substring(0, fragment);
  }

  private static String signature(String url) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(TOKEN.getBytes(UTF_8), "HmacSHA1"));
    return Base64.getEncoder().encodeToString(mac.doFinal(url.getBytes(UTF_8)));
  }
}
