package org.muletwilio.internal.connection.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.connection.ConnectionException;
import org.mule.runtime.http.api.domain.entity.ByteArrayHttpEntity;
import org.mule.runtime.http.api.domain.entity.EmptyHttpEntity;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;

import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent again, and what never; and that no thread waits for it. */
class RequestSenderTest {

  private static final IOException BROKEN = new IOException("Remotely closed");
  private static final int TIMEOUT = 30_000;

  private final FakeTimer timer = new FakeTimer();
  private final FakeHttp http = new FakeHttp();
  private final RequestSender sender = sender(-1);

  @ParameterizedTest
  @ValueSource(strings = {"GET", "DELETE", "POST"})
  void a429IsSentAgainWhateverItIsOnceItsTimeHasCome(String method) {
    http.answer(429, "", "Retry-After", "3").answer(429, "").answer(200, "done");
    CompletableFuture<HttpAnswer> answer = send(method);
    timer.pass(2999);
    assertEquals(1, http.requests().size());
    timer.pass(1);
    assertEquals(2, http.requests().size());
    timer.pass(220);
    assertEquals("done", new String(answerOf(answer).getBody()));
    assertEquals(3, http.requests().size());
    assertEquals(0, timer.size());
  }

  @Test
  void theFifth429IsTheAnswer() {
    for (int i = 0; i < 9; i++) {
      http.answer(429, "");
    }
    CompletableFuture<HttpAnswer> answer = send("POST");
    timer.pass(10_000);
    assertEquals(429, answerOf(answer).getStatus());
    assertEquals(5, http.requests().size());
  }

  /** By Twilio's error pages: these have the status 429, and no wait of seconds helps. */
  @ParameterizedTest
  @ValueSource(ints = {60202, 60203, 60308, 60309, 60310, 60312, 60326, 21611})
  void aLimitThatLastsIsNotAskedForAgain(int code) {
    http.answer(429, "{\"code\": " + code + ", \"message\": \"Max check attempts reached\", \"status\": 429}", "Retry-After",
                "1");
    assertEquals(429, answerOf(send("POST")).getStatus());
    assertEquals(1, http.requests().size());
  }

  /** Of requests per second or at a time, and a code that is not known. */
  @ParameterizedTest
  @ValueSource(strings = {"20429", "60212", "50063", "\"20429\"", "99999", "null"})
  void anotherLimitIs(String code) {
    http.answer(429, "{\"code\": " + code + ", \"message\": \"Too Many Requests\"}").answer(201, "{}");
    CompletableFuture<HttpAnswer> answer = send("POST");
    timer.pass(200);
    assertEquals(201, answerOf(answer).getStatus());
  }

  /** A request for a token makes nothing, though it is a POST. */
  @Test
  void whatChangesNothingIsRepeatedAndFailsLikeARead() {
    http.fail(BROKEN).answer(200, "token");
    assertEquals(200, answerOf(sender.sendRead(request("POST"), Runnable::run)).getStatus());
    http.fail(BROKEN).fail(BROKEN);
    TwilioException failure = failureOf(sender.sendRead(request("POST"), Runnable::run));
    assertEquals(TwilioError.CONNECTIVITY, failure.getType());
    assertFalse(failure.getMessage().contains("may have been done"), failure.getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 302, 401, 408})
  void noOtherAnswerIsSentAgain(int status) {
    for (String method : List.of("GET", "POST")) {
      http.answer(status, "", "Retry-After", "0", "Location", "https://example.com/");
      assertEquals(status, answerOf(send(method)).getStatus());
    }
    timer.pass(10_000);
    assertEquals(2, http.requests().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "DELETE"})
  void aBrokenConnectionIsSurvivedOnce(String method) {
    http.fail(BROKEN).answer(200, "");
    assertEquals(200, answerOf(send(method)).getStatus());
    http.fail(BROKEN).fail(BROKEN);
    failureOf(send(method));
    assertEquals(4, http.requests().size());
  }

  @Test
  void aDeleteThatFindsNothingTheSecondTimeIsDone() {
    http.fail(BROKEN).answer(404, "");
    assertEquals(204, answerOf(send("DELETE")).getStatus());
    http.answer(404, "");
    assertEquals(404, answerOf(send("DELETE")).getStatus());
    http.fail(BROKEN).answer(404, "");
    assertEquals(404, answerOf(send("GET")).getStatus());
  }

  @Test
  void aCreateIsNeverSentAgain() {
    http.fail(BROKEN);
    assertEquals(TwilioError.UNKNOWN_OUTCOME, failureOf(send("POST")).getType());
    assertEquals(1, http.requests().size());
  }

  @Test
  void aLateAnswerIsNotAskedForAgain() {
    for (String method : List.of("GET", "POST")) {
      http.fail(new TimeoutException());
      assertEquals(TwilioError.TIMEOUT, failureOf(send(method)).getType());
    }
    assertEquals(2, http.requests().size());
  }

  @Test
  void onlyAReadIsOneThatMuleMayRunAgain() {
    http.fail(BROKEN).fail(BROKEN);
    TwilioException read = failureOf(send("GET"));
    assertEquals(TwilioError.CONNECTIVITY, read.getType());
    assertInstanceOf(ConnectionException.class, read.getCause());
    for (String method : List.of("POST", "DELETE")) {
      http.fail(new java.net.ConnectException("refused"));
      TwilioException failure = failureOf(send(method));
      assertEquals(TwilioError.CONNECTIVITY, failure.getType());
      for (Throwable each = failure; each != null; each = each.getCause()) {
        assertFalse(each instanceof ConnectionException, method);
      }
    }
  }

  @Test
  void aThrottledRequestThatCanNotBeSentAgainStaysThrottled() {
    http.answer(429, "first", "Retry-After", "1").fail(new java.net.ConnectException("refused"));
    CompletableFuture<HttpAnswer> answer = send("POST");
    timer.pass(1000);
    assertEquals("first", new String(answerOf(answer).getBody()));
    http.answer(429, "", "Retry-After", "1").fail(BROKEN);
    CompletableFuture<HttpAnswer> doubtful = send("POST");
    timer.pass(1000);
    assertEquals(TwilioError.UNKNOWN_OUTCOME, failureOf(doubtful).getType());
  }

  @Test
  void allWorkIsDoneWhereItMayWait() {
    Deque<Runnable> work = new ArrayDeque<>();
    CompletableFuture<HttpResponse> later = new CompletableFuture<>();
    http.answer(later).answer(201, "done");
    CompletableFuture<HttpAnswer> answer = sender.send(request("POST"), work::add);
    assertEquals(1, http.requests().size());
    assertEquals(0, work.size());
    later.complete(HttpResponse.builder().statusCode(429).addHeader("Retry-After", "1").entity(new EmptyHttpEntity()).build());
    assertEquals(List.of((long) TIMEOUT), timer.delays());
    work.remove().run();
    assertEquals(List.of((long) TIMEOUT, 1000L), timer.delays());
    timer.pass(1000);
    assertEquals(1, http.requests().size());
    work.remove().run();
    assertFalse(answer.isDone());
    work.remove().run();
    assertEquals("done", new String(answerOf(answer).getBody()));
  }

  @Test
  void aPlaceIsGivenBackOnEachEndAndToTheOneThatWaitsForTheLongest() {
    RequestSender narrow = sender(1);
    CompletableFuture<HttpResponse> first = new CompletableFuture<>();
    http.answer(first).fail(BROKEN).refuse(new IllegalStateException("no")).answer(429, "").answer(201, "a").answer(201, "b");
    CompletableFuture<HttpAnswer> one = narrow.send(request("POST"), Runnable::run);
    List<CompletableFuture<HttpAnswer>> next = List.of(narrow.send(request("POST"), Runnable::run),
        narrow.send(request("POST"), Runnable::run), narrow.send(request("POST"), Runnable::run),
        narrow.send(request("POST"), Runnable::run));
    assertEquals(1, http.requests().size());
    first.complete(HttpResponse.builder().statusCode(201).entity(new ByteArrayHttpEntity("one".getBytes())).build());
    assertEquals("one", new String(answerOf(one).getBody()));
    assertEquals(TwilioError.UNKNOWN_OUTCOME, failureOf(next.get(0)).getType());
    assertEquals(TwilioError.CONNECTIVITY, failureOf(next.get(1)).getType());
    assertEquals("a", new String(answerOf(next.get(3)).getBody()), "a throttled one lets the next one in");
    timer.pass(200);
    assertEquals("b", new String(answerOf(next.get(2)).getBody()));
  }

  @Test
  void whoWaitsForAPlaceInVainHasSentNothing() {
    RequestSender narrow = sender(1);
    http.answer(new CompletableFuture<>()).answer(new CompletableFuture<>());
    CompletableFuture<HttpAnswer> stuck = narrow.send(request("POST"), Runnable::run);
    timer.pass(1);
    CompletableFuture<HttpAnswer> waiting = narrow.send(request("POST"), Runnable::run);
    timer.pass(1);
    CompletableFuture<HttpAnswer> last = narrow.send(request("POST"), Runnable::run);
    timer.pass(TIMEOUT - 2);
    assertEquals(TwilioError.TIMEOUT, failureOf(stuck).getType());
    assertFalse(waiting.isDone(), "its turn has come");
    timer.pass(2);
    TwilioException failure = failureOf(last);
    assertEquals(TwilioError.CONNECTIVITY, failure.getType());
    assertTrue(failure.getMessage().contains("no connection was free within 30000 ms"), failure.getMessage());
    assertEquals(2, http.requests().size());
  }

  @Test
  void aStopEndsAllThatIsOnItsWay() {
    RequestSender narrow = sender(2);
    http.answer(429, "", "Retry-After", "20").answer(new CompletableFuture<>()).answer(new CompletableFuture<>());
    CompletableFuture<HttpAnswer> pausing = narrow.send(request("POST"), Runnable::run);
    CompletableFuture<HttpAnswer> sent = narrow.send(request("POST"), Runnable::run);
    CompletableFuture<HttpAnswer> read = narrow.send(request("GET"), Runnable::run);
    List<CompletableFuture<HttpAnswer>> waiting =
        Stream.generate(() -> narrow.send(request("POST"), Runnable::run)).limit(20).toList();
    narrow.close();
    assertEquals(429, answerOf(pausing).getStatus());
    assertEquals(TwilioError.UNKNOWN_OUTCOME, failureOf(sent).getType());
    assertEquals(TwilioError.CONNECTIVITY, failureOf(read).getType());
    waiting.forEach(each -> assertEquals(TwilioError.CONNECTIVITY, failureOf(each).getType()));
    assertEquals(TwilioError.CONNECTIVITY, failureOf(narrow.send(request("POST"), Runnable::run)).getType());
    assertEquals(3, http.requests().size(), "a place that gets free is nobody's any more");
    assertEquals(0, timer.size());
  }

  @Test
  void whoeverWaitsKnowsForHowLong() {
    assertEquals(30_000 + 6 * 2 * TIMEOUT, sender.getLongestMillis());
  }

  @Test
  void withoutALimitNobodyWaits() {
    for (int limit : new int[] {-1, 0}) {
      RequestSender wide = sender(limit);
      for (int i = 0; i < 5; i++) {
        http.answer(new CompletableFuture<>());
        wide.send(request("POST"), Runnable::run);
      }
    }
    assertEquals(10, http.requests().size());
  }

  @Test
  void theFirstReasonIsTheCause() {
    http.fail(BROKEN);
    assertSame(BROKEN, failureOf(send("POST")).getCause());
  }

  private RequestSender sender(int maxConnections) {
    return new RequestSender(http, TIMEOUT, 30_000, maxConnections, new RequestExecutor(Runnable::run, timer, timer::millis));
  }

  private CompletableFuture<HttpAnswer> send(String method) {
    Executor here = Runnable::run;
    return sender.send(request(method), here);
  }

  private static HttpAnswer answerOf(CompletableFuture<HttpAnswer> answer) {
    assertTrue(answer.isDone(), "still on its way");
    return answer.join();
  }

  static TwilioException failureOf(CompletableFuture<?> answer) {
    assertTrue(answer.isDone(), "still on its way");
    return (TwilioException) assertThrows(CompletionException.class, answer::join).getCause();
  }

  static HttpRequest request(String method) {
    return HttpRequest.builder().method(method).uri("https://api.twilio.com/x.json?q=secret")
        .entity(new EmptyHttpEntity()).build();
  }
}
