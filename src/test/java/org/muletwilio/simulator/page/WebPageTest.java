package org.muletwilio.simulator.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.simulator.SdkClient;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.UserServer;
import org.muletwilio.simulator.callback.Callback;
import org.muletwilio.simulator.callback.Faults;
import org.muletwilio.simulator.script.CallScript;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.message.Media;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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
  void editsTriggersAndCopies() throws Exception {
    send("http://u:hush@127.0.0.1:" + user.port() + "/x");
    simulator.awaitCallbacks(sent -> sent.size() == 2, LIMIT);
    String changed = URLEncoder.encode("MessageStatus=read&Body=it's", UTF_8);
    assertEquals("Edited callback: answered 204", message(act("callbacks/1/resend", "fields=" + changed, 200)));
    assertEquals("MessageStatus=read&Body=it%27s", user.received().get(2).body());
    assertEquals("Edited callback: answered 204", message(act("callbacks/1/resend", "url=" + user.url("/other"), 200)));
    assertEquals("/other", user.received().get(3).target());
    assertEquals(user.received().get(1).body(), user.received().get(3).body());
    String command = json(act("callbacks/2/curl", "", 200)).get("command").asText();
    assertFalse(command.contains("hush"), command);
    assertTrue(command.contains("Body=it%27s"), command);
    String signature = command.replaceAll("(?s).*X-Twilio-Signature: ([^']*)'.*", "$1");
    assertEquals(user.received().get(2).header("X-twilio-signature"), signature);
    act("trigger", "kind=event&url=" + user.url("/event"), 200);
    assertTrue(user.received().get(4).body().contains("com.twilio.messaging.message.delivered"));
    act("callbacks/4/repeat", "", 200);
    assertEquals(user.received().get(4).body(), user.received().get(5).body());
    act("callbacks/4/resend", "json=[]", 200);
    assertEquals("[]", user.received().get(6).body());
    act("callbacks/99/curl", "", 404);
  }

  @ParameterizedTest
  @EnumSource(Callback.Kind.class)
  void triggersEveryKind(Callback.Kind kind) throws Exception {
    String name = kind.text().replace(' ', '-');
    act("trigger", "kind=" + name + "&url=" + user.url("/x") + "&status=odd&fields=Extra%3D1", 200);
    assertEquals(kind, simulator.callbacks().get(0).kind());
    String body = user.received().get(0).body();
    assertTrue(body.contains("odd"), body);
    assertTrue(kind == Callback.Kind.EVENT || body.contains("Extra=1"), body);
  }

  @ParameterizedTest
  @CsvSource({"image/png, image/png", "application/pdf, application/octet-stream", "audio/x-wav, application/octet-stream"})
  void aMessageBringsAFile(String type, String shown) throws Exception {
    act("numbers", "phoneNumber=" + OWN + "&smsUrl=" + user.url("/sms"), 200);
    act("messages", "from=" + FROM + "&to=" + OWN + "&media=" + type, 200);
    simulator.awaitCallbacks(sent -> sent.size() == 1, LIMIT);
    assertEquals(type, simulator.callbacks().get(0).field("MediaContentType0"));
    JsonNode medium = json(get("/simulator/conversation?own=%2B14155550150&other=%2B14155550123")).at("/items/0/mediaFiles/0");
    assertEquals(simulator.callbacks().get(0).field("MediaUrl0"), medium.get("url").asText());
    HttpResponse<byte[]> file = http.send(request(medium.get("file").asText()).build(), BodyHandlers.ofByteArray());
    assertEquals(shown, file.headers().firstValue("Content-Type").orElseThrow());
    assertTrue(file.body().length > 100);
    Media listed = Media.reader(simulator.messages().get(0).sid()).read(SdkClient.of(simulator)).iterator().next();
    assertEquals(type, listed.getContentType());
    assertEquals(type, Media.fetcher(listed.getParentSid(), listed.getSid()).fetch(SdkClient.of(simulator)).getContentType());
    act("messages", "from=" + FROM + "&to=" + OWN + "&media=" + type + "&mediaUrl=http://127.0.0.1/x", 400);
    assertEquals(404, get("/simulator/files/x/y").statusCode());
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
