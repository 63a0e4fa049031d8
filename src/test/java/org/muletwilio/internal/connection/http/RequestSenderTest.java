package org.muletwilio.internal.connection.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.http.api.domain.entity.ByteArrayHttpEntity;
import org.mule.runtime.http.api.domain.entity.EmptyHttpEntity;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;

import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent again, and what never. */
class RequestSenderTest {

  private static final IOException BROKEN = new IOException("Remotely closed");

  private final FakeTime time = new FakeTime();
  private final FakeHttp http = new FakeHttp();
  private final RequestSender sender = new RequestSender(http, 30_000, 30_000, time, Runnable::run);

  @ParameterizedTest
  @ValueSource(strings = {"GET", "DELETE", "POST"})
  void a429IsSentAgainWhateverItIs(String method) {
    http.answer(429, "", "Retry-After", "3").answer(429, "").answer(200, "done");
    assertEquals("done", new String(sender.send(request(method)).getBody()));
    assertEquals(3, http.requests().size());
    assertEquals(3000, time.waits().get(0));
  }

  @Test
  void theFifth429IsTheAnswer() {
    for (int i = 0; i < 9; i++) {
      http.answer(429, "");
    }
    assertEquals(429, sender.send(request("POST")).getStatus());
    assertEquals(5, http.requests().size());
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 302, 408})
  void noOtherAnswerIsSentAgain(int status) {
    http.answer(status, "", "Retry-After", "0", "Location", "https://example.com/");
    assertEquals(status, sender.send(request("GET")).getStatus());
    assertEquals(1, http.requests().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "DELETE"})
  void aBrokenConnectionIsSurvivedOnce(String method) {
    http.fail(BROKEN).answer(200, "");
    assertEquals(200, sender.send(request(method)).getStatus());
    http.fail(BROKEN).fail(BROKEN);
    assertConnectivity(method, 4);
    assertEquals(List.of(), time.waits());
  }

  @Test
  void anAnswerThatBreaksOffIsABrokenConnectionToo() {
    InputStream breaking = new InputStream() {

      @Override
      public int read() throws IOException {
        throw BROKEN;
      }
    };
    http.answer(200, new SequenceInputStream(new ByteArrayInputStream(new byte[10]), breaking)).answer(200, "all");
    assertEquals("all", new String(sender.send(request("GET")).getBody()));
  }

  @Test
  void aDeleteThatFindsNothingTheSecondTimeIsDone() {
    http.fail(BROKEN).answer(404, "");
    assertEquals(204, sender.send(request("DELETE")).getStatus());
    http.answer(404, "");
    assertEquals(404, sender.send(request("DELETE")).getStatus());
    http.fail(BROKEN).answer(404, "");
    assertEquals(404, sender.send(request("GET")).getStatus());
  }

  @Test
  void aCreateIsNeverSentAgain() {
    http.fail(BROKEN);
    assertConnectivity("POST", 1);
  }

  @ParameterizedTest
  @MethodSource("failuresToConnect")
  void whatNeverConnectedIsNotTriedAgain(IOException failure) {
    http.fail(failure);
    assertConnectivity("GET", 1);
  }

  static Stream<IOException> failuresToConnect() {
    return Stream.of(new ConnectException("refused"), new UnknownHostException("nowhere"), new NoRouteToHostException(),
        new SSLHandshakeException("untrusted"), new IOException(new ConnectException("refused")));
  }

  @Test
  void aLateAnswerIsNotAskedForAgain() {
    http.fail(new TimeoutException());
    TwilioException failure = assertThrows(TwilioException.class, () -> sender.send(request("GET")));
    assertEquals(TwilioError.TIMEOUT, failure.getType());
    assertEquals(1, http.requests().size());
  }

  @Test
  void aHugeAnswerIsCutOff() {
    http.answer(200, endless());
    TwilioException failure = assertThrows(TwilioException.class, () -> sender.send(request("GET")));
    assertEquals(TwilioError.SERVER_ERROR, failure.getType());
    assertTrue(failure.getMessage().contains("16777216 bytes"), failure.getMessage());
  }

  @Test
  void noThreadWaitsForACreate() {
    CompletableFuture<HttpResponse> later = new CompletableFuture<>();
    http.answer(later);
    CompletableFuture<HttpAnswer> answer = sender.sendAsync(request("POST"));
    assertFalse(answer.isDone());
    later.complete(HttpResponse.builder().statusCode(201).entity(new ByteArrayHttpEntity("done".getBytes())).build());
    assertEquals("done", new String(answer.join().getBody()));
  }

  @Test
  void a429IsSentAgainWhereAThreadMayWait() {
    Deque<Runnable> waiting = new ArrayDeque<>();
    http.answer(429, "", "Retry-After", "3").answer(429, "").answer(201, "done");
    CompletableFuture<HttpAnswer> answer = new RequestSender(http, 30_000, 30_000, time, waiting::add).sendAsync(request("POST"));
    assertEquals(1, http.requests().size());
    assertEquals(List.of(), time.waits());
    waiting.remove().run();
    assertEquals("done", new String(answer.join().getBody()));
    assertEquals(3, http.requests().size());
    assertEquals(3000, time.waits().get(0));
  }

  @Test
  void theFifth429IsTheAnswerThoughNoThreadWaitedForTheFirst() {
    for (int i = 0; i < 9; i++) {
      http.answer(429, "");
    }
    assertEquals(429, sender.sendAsync(request("POST")).join().getStatus());
    assertEquals(5, http.requests().size());
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 302, 401, 408})
  void noOtherAnswerToACreateIsSentAgain(int status) {
    http.answer(status, "", "Retry-After", "0", "Location", "https://example.com/");
    assertEquals(status, sender.sendAsync(request("POST")).join().getStatus());
    assertEquals(1, http.requests().size());
  }

  @ParameterizedTest
  @MethodSource("failuresOfACreate")
  void aCreateForWhichNoThreadWaitsIsNeverSentAgain(Exception failure, TwilioError type) {
    http.fail(failure);
    TwilioException error = failureOf(sender.sendAsync(request("POST")));
    assertEquals(type, error.getType());
    assertSame(failure, error.getCause());
    assertEquals(1, http.requests().size());
  }

  static Stream<Arguments> failuresOfACreate() {
    return Stream.of(Arguments.of(BROKEN, TwilioError.CONNECTIVITY),
        Arguments.of(new ConnectException("refused"), TwilioError.CONNECTIVITY),
        Arguments.of(new TimeoutException(), TwilioError.TIMEOUT));
  }

  @Test
  void aHugeAnswerToACreateIsCutOff() {
    http.answer(201, endless());
    assertTrue(failureOf(sender.sendAsync(request("POST"))).getMessage().contains("16777216 bytes"));
  }

  private static TwilioException failureOf(CompletableFuture<?> answer) {
    return (TwilioException) assertThrows(CompletionException.class, answer::join).getCause();
  }

  private static InputStream endless() {
    return new InputStream() {

      @Override
      public int read() {
        return 'x';
      }
    };
  }

  private void assertConnectivity(String method, int requests) {
    TwilioException failure = assertThrows(TwilioException.class, () -> sender.send(request(method)));
    assertEquals(TwilioError.CONNECTIVITY, failure.getType());
    assertTrue(failure.getMessage().contains(method + " /x.json"), failure.getMessage());
    assertEquals(requests, http.requests().size());
  }

  private static HttpRequest request(String method) {
    return HttpRequest.builder().method(method).uri("https://api.twilio.com/x.json?q=secret").entity(new EmptyHttpEntity()).build();
  }
}
