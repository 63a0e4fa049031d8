package org.muletwilio.internal.connection.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.http.api.domain.entity.ByteArrayHttpEntity;
import org.mule.runtime.http.api.domain.entity.EmptyHttpEntity;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;

import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Who waits for a place and for how long, and on which threads the work is done. */
class SenderPlacesTest extends SenderFixture {

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
}
