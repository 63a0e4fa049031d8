package org.muletwilio.simulator.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.simulator.SdkClient;
import org.muletwilio.simulator.UserServer;
import org.muletwilio.simulator.callback.Callback;
import org.muletwilio.simulator.callback.Faults;

import java.net.URLEncoder;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.message.Media;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the page's buttons do. */
class WebPageActionsTest extends WebPageFixture {

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
}
