package org.muletwilio.simulator.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.simulator.SdkClient;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.UserServer;
import org.muletwilio.simulator.callback.Faults;
import org.muletwilio.simulator.script.CallScript;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page is told, and what its buttons do. */
class WebPageTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String FROM = "+14155550123";
  private static final String OWN = "+14155550150";

  private final HttpClient http = HttpClient.newHttpClient();
  @AutoClose
  private final TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(1)).phoneNumber(OWN).start();
  @AutoClose
  private final UserServer user = new UserServer();

  @ParameterizedTest
  @CsvSource({"/, text/html", "/simulator/page.css, text/css", "/simulator/page.js, text/javascript",
      "/simulator/icon.svg, image/svg+xml"})
  void servesThePage(String path, String type) throws Exception {
    HttpResponse<String> file = get(path);
    assertEquals(200, file.statusCode());
    assertTrue(file.headers().firstValue("Content-Type").orElseThrow().startsWith(type));
    assertTrue(file.headers().firstValue("Content-Security-Policy").orElseThrow().startsWith("default-src 'none'"));
    HttpRequest again = request(path).header("If-None-Match", file.headers().firstValue("ETag").orElseThrow()).build();
    assertEquals(304, http.send(again, BodyHandlers.ofString()).statusCode());
  }

  @Test
  void showsMessagesAndCallbacks() throws Exception {
    user.replying(request -> new UserServer.Reply(503, "text/plain", "closed"));
    send(user.url("/status?x=1#rc=1&rp=5xx").replace("http://", "http://u:hush@"));
    simulator.awaitCallbacks(sent -> sent.size() == 4, LIMIT);
    JsonNode state = state();
    JsonNode message = state.at("/messages/0");
    assertEquals("<b>Hello</b>", message.get("body").asText());
    assertEquals("delivered", message.get("status").asText());
    assertEquals("{\"messages\":1,\"calls\":0,\"callbacks\":4,\"dropped\":0,\"requests\":1}", state.get("counts").toString());
    JsonNode newest = state.at("/callbacks/0");
    assertEquals("message status", newest.get("kind").asText());
    assertEquals("delivered", newest.get("status").asText());
    assertEquals(2, newest.get("attempt").asInt());
    assertEquals(503, newest.get("answer").asInt());
    assertEquals(user.url("/status?x=1"), newest.get("url").asText());
    JsonNode all = json(get("/simulator/callbacks/" + newest.get("number").asText()));
    assertEquals("closed", all.get("answerBody").asText());
    assertEquals("text/plain", all.at("/answerHeaders/content-type").asText());
    assertTrue(all.get("fields").toString().contains("[\"MessageStatus\",\"delivered\"]"), all::toString);
    assertEquals(404, get("/simulator/callbacks/99").statusCode());
    assertEquals(404, get("/simulator/callbacks/x").statusCode());
  }

  @Test
  void showsNothingSecret() throws Exception {
    simulator.rotateAuthToken(TwilioSimulator.DEFAULT_ACCOUNT_SID, "hush1");
    act("numbers", "phoneNumber=" + OWN + "&smsUrl=http://u:hush3@127.0.0.1:" + user.port() + "/in", 200);
    simulator.receiveMessage(FROM, OWN, "x");
    Message.creator(new PhoneNumber(FROM), new PhoneNumber("+15005550006"), "x")
        .setStatusCallback(URI.create("http://u:hush4@127.0.0.1:" + user.port() + "/x"))
        .create(SdkClient.of(simulator, TwilioSimulator.DEFAULT_ACCOUNT_SID, "hush1"));
    simulator.awaitCallbacks(sent -> sent.size() == 3, LIMIT);
    StringBuilder shown = new StringBuilder(get("/simulator/state").body());
    for (int i = 0; i < 3; i++) {
      shown.append(get("/simulator/callbacks/" + i).body());
    }
    assertFalse(shown.toString().contains("hush"), shown::toString);
    user.received().stream().map(received -> received.header("X-twilio-signature"))
        .forEach(signature -> assertFalse(shown.toString().contains(signature)));
  }

  @Test
  void showsCallsAndHangsUp() throws Exception {
    simulator.script().call("+14155550100", CallScript.answered().stays(1_000_000));
    Call call = Call.creator(new PhoneNumber("+14155550100"), new PhoneNumber("+15005550006"),
                             new Twiml("<Response><Say>Hi</Say><Pause length=\"1000000\"/></Response>"))
        .create(SdkClient.of(simulator));
    while (!state().at("/calls/0/heard").toString().contains("Say Hi")) {
      Thread.onSpinWait();
    }
    assertFalse(state().at("/calls/0/over").asBoolean());
    act("calls/" + call.getSid() + "/hang-up", "", 200);
    simulator.awaitCalls(calls -> calls.get(0).status().equals("completed"), LIMIT);
    assertTrue(state().at("/calls/0/over").asBoolean());
    act("calls/CAx/hang-up", "", 404);
  }

  @Test
  void switchesFaults() throws Exception {
    act("faults", "drop=1&delay=0.25&delayBy=1500", 200);
    act("faults", "repeat=0.5", 200);
    assertEquals("{\"repeat\":0.5,\"reorder\":0.0,\"delay\":0.25,\"drop\":1.0,\"forge\":0.0,\"delayBy\":1500}",
                 state().get("faults").toString());
    send(user.url("/x"));
    simulator.awaitDropped(dropped -> dropped.size() == 2, LIMIT);
    assertEquals("delivered", state().at("/dropped/0/status").asText());
    act("api-faults", "fault=429&count=2", 200);
    act("api-faults", "fault=cut-after", 200);
    act("api-faults", "delay=1", 200);
    assertEquals("{\"delay\":1,\"planned\":[\"429\",\"429\",\"cut-after\"]}", state().get("apiFaults").toString());
    assertThrows(ApiException.class, () -> send(user.url("/x")));
    act("no-faults", "", 200);
    assertEquals("{\"delay\":0,\"planned\":[]}", state().get("apiFaults").toString());
    assertEquals(new Faults.Settings(0, 0, 0, 0, 0, Duration.ZERO), simulator.faults().settings());
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "faults drop=2", "faults drop=x", "faults drop=NaN", "faults delayBy=-1", "api-faults fault=99", "api-faults fault=x",
      "api-faults fault=429&count=0", "api-faults delay=99999999", "messages from=%2B14155550123", "numbers phoneNumber=abc",
      "messages from=%2B14155550123&to=%2B19", "calls from=%2B14155550123&to=%2B14155550150", "forge signature=none",
      "forge url=http://127.0.0.1/%0d%0aX:1", "forge url=nowhere", "forge url=http://127.0.0.1:1/x&signature=right",
      "numbers phoneNumber=%2B14155550150&smsUrl=ftp://x"})
  void refusesWhatCanNotBe(String actionAndForm) throws Exception {
    String[] parts = actionAndForm.split(" ");
    assertFalse(json(act(parts[0], parts[1], 400)).get("error").asText().isEmpty());
  }

  @Test
  void bringsMessagesAndCallsIn() throws Exception {
    user.replying(request -> UserServer.Reply.twiml("<Response/>"));
    act("numbers", "phoneNumber=" + OWN + "&smsUrl=" + user.url("/sms") + "&voiceUrl=" + user.url("/voice"), 200);
    act("messages", "from=" + FROM + "&to=" + OWN + "&body=Hello%20there&mediaUrl=http://127.0.0.1/cat.jpg", 200);
    act("calls", "from=" + FROM + "&to=" + OWN, 200);
    simulator.awaitCallbacks(sent -> sent.size() == 2, LIMIT);
    assertEquals(List.of("/sms", "/voice"), user.received().stream().map(UserServer.Received::target).sorted().toList());
    assertEquals(user.url("/sms"), state().at("/numbers/0/smsUrl").asText());
    assertEquals("Hello there", state().at("/messages/0/body").asText());
    act("numbers", "phoneNumber=%2B14155550151", 200);
    assertEquals(2, state().get("numbers").size());
  }

  @Test
  void forgesAndRepeats() throws Exception {
    send(user.url("/x"));
    simulator.awaitCallbacks(sent -> sent.size() == 2, LIMIT);
    user.replying(request -> UserServer.Reply.of(request.header("X-twilio-signature").isEmpty() ? 403 : 204));
    assertEquals("Forged callback: answered 403", message(act("callbacks/1/forge", "signature=none", 200)));
    assertEquals("Forged callback: answered 204", message(act("callbacks/1/forge", "signature=wrong", 200)));
    assertEquals("Repeated callback: answered 204", message(act("callbacks/1/repeat", "", 200)));
    assertEquals("Forged callback: answered 403", message(act("forge", "url=" + user.url("/y"), 200)));
    assertEquals("Forged callback: No route to example.com", message(act("forge", "url=http://example.com/", 200)));
    assertEquals(user.received().get(1).body(), user.received().get(4).body());
    assertTrue(state().at("/callbacks/0/forged").asBoolean());
    act("callbacks/99/repeat", "", 404);
    act("callbacks/x/forge", "", 404);
    act("unknown", "", 404);
  }

  @Test
  void forgetsAndKeepsCounting() throws Exception {
    send(user.url("/x"));
    simulator.awaitCallbacks(sent -> sent.size() == 2, LIMIT);
    act("forget", "", 200);
    assertEquals(0, state().get("callbacks").size());
    simulator.forge(user.url("/y")).send();
    assertEquals(2, state().at("/callbacks/0/number").asInt());
    assertEquals(404, get("/simulator/callbacks/1").statusCode());
    assertEquals(200, get("/simulator/callbacks/2").statusCode());
  }

  private void send(String url) {
    Message.creator(new PhoneNumber(FROM), new PhoneNumber("+15005550006"), "<b>Hello</b>").setStatusCallback(URI.create(url))
        .create(SdkClient.of(simulator));
  }

  private JsonNode state() throws Exception {
    return json(get("/simulator/state"));
  }

  private static String message(HttpResponse<String> answer) throws IOException {
    return json(answer).get("message").asText();
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return new ObjectMapper().readTree(answer.body());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(simulator.baseUri() + path)).timeout(LIMIT);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(request(path).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> act(String action, String form, int status) throws Exception {
    HttpRequest request = request("/simulator/" + action).header("X-Requested-With", "test")
        .POST(BodyPublishers.ofString(form.replace("+", "%2B"))).build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    assertEquals(status, answer.statusCode(), answer::body);
    return answer;
  }
}
