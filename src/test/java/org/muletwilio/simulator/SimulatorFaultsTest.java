package org.muletwilio.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiExchange;
import org.muletwilio.simulator.api.ApiFault;
import org.muletwilio.simulator.callback.Callback;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.callback.Faults;
import org.muletwilio.simulator.script.MessageOutcome;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What goes wrong when it is told to. */
class SimulatorFaultsTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  @AutoClose
  private final TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(1)).start();
  @AutoClose
  private final UserServer user = new UserServer();

  @Test
  void drops() throws Exception {
    simulator.faults().drop(1);
    send();
    List<Callback> dropped = simulator.awaitDropped(callbacks -> callbacks.size() == 2, LIMIT);
    simulator.faults().none();
    send();
    simulator.awaitCallbacks(sent -> sent.size() == 2, LIMIT);
    assertEquals(List.of("sent", "delivered"),
                 dropped.stream().map(callback -> callback.fields().first("MessageStatus").orElseThrow()).toList());
    assertEquals(dropped, simulator.dropped());
  }

  @Test
  void repeats() throws Exception {
    simulator.faults().repeat(1);
    send();
    List<CallbackAttempt> sent = simulator.awaitCallbacks(attempts -> attempts.size() == 4, LIMIT);
    assertEquals(List.of("sent", "sent", "delivered", "delivered"), statuses(sent));
    assertEquals(sent.get(0).idempotencyToken(), sent.get(1).idempotencyToken());
    assertNotEquals(sent.get(1).idempotencyToken(), sent.get(2).idempotencyToken());
    assertEquals(user.received().get(0), user.received().get(1));
  }

  @Test
  void reorders() throws Exception {
    simulator.faults().reorder(1);
    send();
    assertEquals(List.of("delivered", "sent"), statuses(simulator.awaitCallbacks(attempts -> attempts.size() == 2, LIMIT)));
  }

  @Test
  void sendsAReorderedOneThatNothingFollows() throws Exception {
    simulator.faults().reorder(1);
    simulator.script().outcome("+14155550100", MessageOutcome.sent());
    send();
    simulator.awaitCallbacks(attempts -> attempts.size() == 1, LIMIT);
  }

  @Test
  void delays() throws Exception {
    long start = System.nanoTime();
    simulator.faults().delay(1, Duration.ofMillis(300));
    send();
    simulator.awaitCallbacks(attempts -> attempts.size() == 2, LIMIT);
    assertTrue(System.nanoTime() - start >= Duration.ofMillis(300).toNanos());
  }

  @Test
  void forges() throws Exception {
    simulator.faults().forge(1);
    send();
    List<CallbackAttempt> sent = simulator.awaitCallbacks(attempts -> attempts.size() == 4, LIMIT);
    assertEquals(List.of(true, false, true, false), sent.stream().map(CallbackAttempt::forged).toList());
    assertNotEquals(user.received().get(0).header("X-twilio-signature"), user.received().get(1).header("X-twilio-signature"));
  }

  @Test
  void choosesTheSameWithTheSameSeed() {
    Faults one = new Faults().seed(5).drop(0.3).repeat(0.3);
    Faults other = new Faults().seed(5).drop(0.3).repeat(0.3).reorder(0.9);
    List<Faults.Choice> choices = IntStream.range(0, 1000).mapToObj(i -> one.next()).toList();
    List<Faults.Choice> others = IntStream.range(0, 1000).mapToObj(i -> other.next()).toList();
    assertEquals(choices.stream().map(Faults.Choice::drop).toList(), others.stream().map(Faults.Choice::drop).toList());
    assertEquals(300, choices.stream().filter(Faults.Choice::drop).count(), 60);
  }

  @Test
  void refusesCreatesAsTold() throws Exception {
    simulator.apiFaults().nextCreates(1, ApiFault.answer(ApiAnswer.tooManyRequests(Duration.ofSeconds(2))))
        .nextCreates(1, ApiFault.answer(ApiAnswer.serverError()))
        .nextCreates(1, ApiFault.answer(ApiAnswer.unavailable()))
        .nextCreates(1, ApiFault.answer(ApiAnswer.empty(500)));
    assertEquals(20429, assertThrows(ApiException.class, this::send).getCode());
    assertEquals(20500, assertThrows(ApiException.class, this::send).getCode());
    HttpResponse<String> html = post();
    assertEquals(503, html.statusCode());
    assertTrue(html.body().startsWith("<html>"));
    assertEquals("", post().body());
    send();
    assertEquals(1, simulator.messages().size());
    assertEquals(List.of(429, 500, 503, 500, 201), simulator.requests().stream().map(ApiExchange::status).toList());
    assertEquals("2", simulator.requests().get(0).answer().orElseThrow().headers().get("Retry-After"));
  }

  @Test
  void leavesOtherRequestsAlone() {
    simulator.apiFaults().nextCreates(1, ApiFault.answer(ApiAnswer.serverError()));
    Account.fetcher().fetch(SdkClient.of(simulator));
    assertThrows(ApiException.class, this::send);
  }

  @Test
  void cutsConnections() {
    simulator.apiFaults().nextRequests(1, ApiFault.cutBefore()).nextCreates(1, ApiFault.cutAfter());
    assertThrows(UncheckedIOException.class, this::send);
    assertEquals(0, simulator.messages().size());
    assertThrows(UncheckedIOException.class, this::send);
    assertEquals(1, simulator.messages().size());
    assertEquals(List.of(0, 0), simulator.requests().stream().map(ApiExchange::status).toList());
  }

  @Test
  void letsAnswersWait() {
    simulator.apiFaults().delayAnswers(Duration.ofMillis(200));
    long start = System.nanoTime();
    send();
    assertTrue(System.nanoTime() - start >= Duration.ofMillis(200).toNanos());
  }

  private void send() {
    Message.creator(new PhoneNumber("+14155550100"), new PhoneNumber("+15005550006"), "x")
        .setStatusCallback(URI.create(user.url("/x"))).create(SdkClient.of(simulator));
  }

  private HttpResponse<String> post() throws Exception {
    String sid = TwilioSimulator.DEFAULT_ACCOUNT_SID;
    String credentials = Base64.getEncoder().encodeToString((sid + ":" + TwilioSimulator.DEFAULT_AUTH_TOKEN).getBytes());
    URI uri = URI.create(simulator.baseUri() + "/2010-04-01/Accounts/" + sid + "/Messages.json");
    return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).header("Authorization", "Basic " + credentials)
        .POST(HttpRequest.BodyPublishers.noBody()).build(), BodyHandlers.ofString());
  }

  private static List<String> statuses(List<CallbackAttempt> attempts) {
    return attempts.stream().map(attempt -> attempt.field("MessageStatus")).toList();
  }
}
