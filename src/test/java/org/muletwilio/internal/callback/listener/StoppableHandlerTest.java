package org.muletwilio.internal.callback.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.http.api.domain.message.response.HttpResponse;
import org.mule.runtime.http.api.server.async.HttpResponseReadyCallback;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client that keeps its connection learns that it ends, whether its request is refused or still answered. */
@Timeout(60)
class StoppableHandlerTest {

  private static final long LONG_MILLIS = Duration.ofMinutes(10).toMillis();
  private static final long SHORT_MILLIS = 30;

  private final List<HttpResponse> answers = new ArrayList<>();
  private final List<HttpResponseReadyCallback> inProgress = new ArrayList<>();
  private final StoppableHandler handler = handler(SHORT_MILLIS, LONG_MILLIS);

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }

  @Test
  void answersGoThroughAsTheyAre() {
    request(handler);
    HttpResponse answer = HttpResponse.builder().statusCode(204).addHeader("Connection", "keep-alive").build();
    inProgress.get(0).responseReady(answer, null);
    assertSame(answer, answers.get(0));
  }

  @Test
  void whatIsInProgressAtTheStopIsAnsweredAndItsConnectionEnds() {
    request(handler);
    handler.stop();
    inProgress.get(0).responseReady(HttpResponse.builder().statusCode(204).addHeader("Connection", "keep-alive").build(), null);
    assertEquals(204, answers.get(0).getStatusCode());
    assertEquals(List.of("close"), List.copyOf(answers.get(0).getHeaderValues("Connection")));
  }

  @Test
  void whatComesAfterTheStopIsRefusedAndItsConnectionEnds() {
    handler.stop();
    request(handler);
    assertEquals(List.of(), inProgress);
    assertEquals(503, answers.get(0).getStatusCode());
    assertEquals("close", answers.get(0).getHeaderValue("Connection"));
  }

  @Test
  void nobodyWaitsForIdleClients() {
    handler(LONG_MILLIS, LONG_MILLIS).awaitQuiet();
  }

  @Test
  void aClientHasTheTimeToSendItsNextRequest() {
    request(handler);
    long start = System.nanoTime();
    inProgress.get(0).responseReady(HttpResponse.builder().build(), null);
    handler.awaitQuiet();
    assertTook(start);
  }

  @Test
  void clientsThatNeverGetQuietAreNotWaitedForWithoutEnd() {
    StoppableHandler busy = handler(LONG_MILLIS, SHORT_MILLIS);
    busy.stop();
    request(busy);
    long start = System.nanoTime();
    busy.awaitQuiet();
    assertTook(start);
  }

  @Test
  void anInterruptEndsTheWaitAndIsLeftToTheCaller() {
    StoppableHandler busy = handler(LONG_MILLIS, LONG_MILLIS);
    busy.stop();
    request(busy);
    Thread.currentThread().interrupt();
    busy.awaitQuiet();
    assertTrue(Thread.interrupted());
  }

  private static void assertTook(long startNanos) {
    long millis = Duration.ofNanos(System.nanoTime() - startNanos).toMillis();
    assertTrue(millis >= SHORT_MILLIS, millis + " ms");
  }

  private StoppableHandler handler(long quietMillis, long longestLingerMillis) {
    return new StoppableHandler((context, response) -> inProgress.add(response), getClass().getClassLoader(), quietMillis,
                                longestLingerMillis);
  }

  private void request(StoppableHandler asked) {
    asked.handleRequest(null, (answer, status) -> answers.add(answer));
  }
}
