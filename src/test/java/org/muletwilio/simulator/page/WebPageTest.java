package org.muletwilio.simulator.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.simulator.SdkClient;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.UserServer;
import org.muletwilio.simulator.script.CallScript;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page is told. */
class WebPageTest extends WebPageFixture {

  @ParameterizedTest
  @CsvSource({"/, text/html", "/simulator/page.css, text/css", "/simulator/page.js, text/javascript",
      "/simulator/phone.js, text/javascript", "/simulator/icon.svg, image/svg+xml"})
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
  void namesAllThatIsWrongWithARequest() throws Exception {
    assertEquals("there is no nonsense, only kind, from, to, outcomes; kind is none of message, call; "
        + "to begins with a space: write a + as %2B in a form, or use curl --data-urlencode; outcomes is missing",
                 json(act("outcomes", "kind=x&to=%20" + "14155550100&nonsense=1", 400)).get("error").asText());
  }

  @Test
  void itsPathsAreDocumented() throws Exception {
    Set<String> documented = new TreeSet<>();
    Matcher row = Pattern.compile("(?m)^\\| `(GET|POST) (\\S+)` \\| (.*?) \\| (.*?) \\|$")
        .matcher(Files.readString(Path.of("docs/simulator.md")));
    while (row.find()) {
      documented.add(row.group(1) + " " + row.group(2) + " " + row.group(4));
    }
    Set<String> paths = new TreeSet<>();
    json(get("/simulator/api")).forEach(path -> {
      StringJoiner parameters = new StringJoiner(", ");
      path.get("parameters")
          .forEach(one -> parameters.add("`" + one.get("name").asText() + "`" + (one.get("required").asBoolean() ? "*" : "")
          + " (" + one.get("type").asText() + ")"));
      paths.add(path.get("method").asText() + " " + path.get("path").asText() + " " + parameters);
    });
    assertEquals(String.join("\n", paths), String.join("\n", documented));
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
}
