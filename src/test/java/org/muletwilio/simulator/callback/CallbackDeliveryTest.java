package org.muletwilio.simulator.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.simulator.TwilioSimulator.DEFAULT_ACCOUNT_SID;
import static org.muletwilio.simulator.TwilioSimulator.DEFAULT_AUTH_TOKEN;

import org.muletwilio.simulator.SdkClient;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.UserServer;
import org.muletwilio.simulator.http.CallbackUrl;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.script.MessageOutcome;

import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import com.twilio.rest.api.v2010.account.Message;
import com.twilio.security.RequestValidator;
import com.twilio.type.PhoneNumber;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How callbacks are brought to the user: routes, credentials, connection overrides. */
class CallbackDeliveryTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  @AutoClose
  private final TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(1)).start();
  @AutoClose
  private final UserServer user = new UserServer();

  @BeforeEach
  void open() {
    simulator.script().outcome("+14155550100", MessageOutcome.sent());
  }

  @Test
  void followsARouteAndKeepsThePublicFace() throws Exception {
    simulator.route("https://gentle-fox.loca.lt/", user.url("/behind"));
    List<CallbackAttempt> attempts = send("https://gentle-fox.loca.lt/status?x=1#rc=2", 1);
    UserServer.Received received = user.received().get(0);
    assertEquals("/behind/status?x=1", received.target());
    assertEquals("gentle-fox.loca.lt", received.header("Host"));
    assertEquals("https://gentle-fox.loca.lt/status?x=1", attempts.get(0).signedUrl());
    assertTrue(validator(received, "https://gentle-fox.loca.lt/status?x=1"));
  }

  @ParameterizedTest
  @CsvSource({
      "https://gentle-fox.loca.lt:443/x, true", "http://gentle-fox.loca.lt/x, false",
      "https://gentle-fox.loca.lt.example.com/x, false", "https://gentle-fox.loca.lt:8443/x, false"})
  void neverLeavesTheMachineWithoutARoute(String url, boolean routed) throws Exception {
    simulator.route("https://gentle-fox.loca.lt", user.url(""));
    CallbackAttempt attempt = send(url + "#rc=0", 1).get(0);
    assertEquals(routed ? 204 : 0, attempt.status());
    assertEquals(routed ? "" : "No route to " + CallbackUrl.parse(url).authority(), attempt.failure().orElse(""));
  }

  @Test
  void turnsUserinfoIntoCredentials() throws Exception {
    send("http://us%40er:pa+ss@127.0.0.1:" + user.port() + "/x", 1);
    UserServer.Received received = user.received().get(0);
    assertEquals("Basic " + Base64.getEncoder().encodeToString("us@er:pa+ss".getBytes()), received.header("Authorization"));
    assertTrue(validator(received, user.url("/x")));
  }

  @Test
  void repeatsWhatTheOverridesAskFor() throws Exception {
    AtomicInteger count = new AtomicInteger();
    user.replying(request -> UserServer.Reply.of(count.incrementAndGet() < 3 ? 503 : 204));
    List<CallbackAttempt> attempts = send(user.url("/x#rc=5&rp=5xx"), 3);
    assertEquals(List.of(503, 503, 204), attempts.stream().map(CallbackAttempt::status).toList());
    assertEquals(List.of(1, 2, 3), attempts.stream().map(CallbackAttempt::number).toList());
    assertEquals(1, attempts.stream().map(CallbackAttempt::idempotencyToken).distinct().count());
    assertEquals(1, user.received().stream().map(received -> received.header("I-twilio-idempotency-token")).distinct().count());
    user.received().forEach(received -> assertEquals("/x", received.target()));
  }

  @ParameterizedTest
  @CsvSource({
      "'', 500, 1", "'#rc=2&rp=4xx', 500, 1", "'#rc=2&rp=4xx', 404, 3", "'#rc=2&rp=ct,all', 429, 3", "'#rc=0&rp=all', 500, 1"})
  void repeatsNothingElse(String fragment, int status, int expected) throws Exception {
    user.replying(request -> UserServer.Reply.of(status));
    send(user.url("/x" + fragment), expected);
    // A second callback, to see that the first one's attempts are over
    CallbackAttempt mark = simulator.forge(user.url("/mark")).send();
    assertEquals(expected, simulator.callbacks().stream().filter(attempt -> !attempt.equals(mark)).count());
  }

  @Test
  void repeatsAFailedConnectionOnceByDefault() throws Exception {
    int unused;
    try (ServerSocket socket = new ServerSocket(0)) {
      unused = socket.getLocalPort();
    }
    List<CallbackAttempt> attempts = send("http://127.0.0.1:" + unused + "/x", 2);
    attempts.forEach(attempt -> assertTrue(attempt.failure().orElseThrow().startsWith("ConnectException"), attempt::toString));
  }

  @Test
  void givesUpReadingWhenToldTo() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    user.replying(request -> {
      awaitQuietly(never);
      return UserServer.Reply.of(204);
    });
    List<CallbackAttempt> attempts = send(user.url("/x#rt=100&rc=2&rp=rt"), 3);
    never.countDown();
    attempts.forEach(attempt -> assertEquals("SocketTimeoutException: Read timed out", attempt.failure().orElseThrow()));
  }

  @Test
  void staysWithinTheTotalTime() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    user.replying(request -> {
      awaitQuietly(never);
      return UserServer.Reply.of(204);
    });
    long start = System.nanoTime();
    CallbackAttempt last = simulator.forge(user.url("/x#tt=250&rt=200&rc=5&rp=rt")).send();
    never.countDown();
    assertTrue(last.number() <= 2, "each of the six attempts that are allowed would take 200 ms, but " + last.number());
    assertTrue(System.nanoTime() - start < Duration.ofSeconds(5).toNanos());
  }

  @Test
  void forges() throws Exception {
    send(user.url("/x/token"), 1);
    CallbackAttempt genuine = simulator.callbacks().get(0);
    assertEquals(true, simulator.forge(genuine).signature("nonsense").send().forged());
    simulator.forge(genuine).withoutSignature().send();
    simulator.forge(genuine).wrongSignature().fields(Form.of("A", "1")).send();
    simulator.forge(genuine).signedBy(DEFAULT_AUTH_TOKEN).url(url -> url.replace("token", "other")).send();
    simulator.forge(genuine).signedBy(DEFAULT_AUTH_TOKEN).method("GET").fields(Form.of("A", "ü 1")).send();
    List<UserServer.Received> received = user.received();
    assertEquals("nonsense", received.get(1).header("X-twilio-signature"));
    assertEquals("", received.get(2).header("X-twilio-signature"));
    assertEquals("A=1", received.get(3).body());
    assertNotEquals(Signature.of(DEFAULT_AUTH_TOKEN, user.url("/x/token"), Form.of("A", "1")),
                    received.get(3).header("X-twilio-signature"));
    assertTrue(validator(received.get(4), user.url("/x/other")));
    assertEquals("/x/token?A=%C3%BC+1", received.get(5).target());
    assertEquals(Signature.of(DEFAULT_AUTH_TOKEN, user.url("/x/token?A=%C3%BC+1"), Form.EMPTY),
                 received.get(5).header("X-twilio-signature"));
  }

  @Test
  void repeatsOnRequest() throws Exception {
    CallbackAttempt first = send(user.url("/x"), 1).get(0);
    CallbackAttempt again = simulator.repeat(first);
    assertEquals(first.idempotencyToken(), again.idempotencyToken());
    assertEquals(user.received().get(0), user.received().get(1));
  }

  private List<CallbackAttempt> send(String url, int count) throws Exception {
    Message.creator(new PhoneNumber("+14155550100"), new PhoneNumber("+15005550006"), "x").setStatusCallback(URI.create(url))
        .create(SdkClient.of(simulator, DEFAULT_ACCOUNT_SID, DEFAULT_AUTH_TOKEN));
    return simulator.awaitCallbacks(attempts -> attempts.size() >= count, LIMIT);
  }

  private static boolean validator(UserServer.Received received, String url) {
    Map<String, String> fields = new HashMap<>();
    received.form().fields().forEach(field -> fields.put(field.name(), field.value()));
    return new RequestValidator(DEFAULT_AUTH_TOKEN).validate(url, fields, received.header("X-twilio-signature"));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
