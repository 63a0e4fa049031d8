package org.muletwilio.internal.connection.http;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.http.api.domain.entity.EmptyHttpEntity;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;

import org.muletwilio.internal.error.TwilioException;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** A sender over a client of the test, with a clock that the test moves. */
abstract class SenderFixture {

  static final IOException BROKEN = new IOException("Remotely closed");
  static final int TIMEOUT = 30_000;

  final FakeTimer timer = new FakeTimer();
  final FakeHttp http = new FakeHttp();
  final RequestSender sender = sender(-1);

  RequestSender sender(int maxConnections) {
    return new RequestSender(http, TIMEOUT, 30_000, maxConnections, new RequestExecutor(Runnable::run, timer, timer::millis));
  }

  CompletableFuture<HttpAnswer> send(String method) {
    Executor here = Runnable::run;
    return sender.send(request(method), here);
  }

  static HttpAnswer answerOf(CompletableFuture<HttpAnswer> answer) {
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
