package org.muletwilio.internal.connection.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;

/** Exchanges over a client of the test, with one place and a clock that the test moves. */
abstract class ExchangeFixture {

  static final int TIMEOUT = 1000;

  final FakeTimer timer = new FakeTimer();
  final FakeHttp http = new FakeHttp();
  final ConnectionLimit limit = new ConnectionLimit(1);
  final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  CompletableFuture<HttpAnswer> start() {
    return new Exchange(http, SenderFixture.request("POST"), TIMEOUT, OptionalInt.empty(), limit, executor(), Runnable::run)
        .start();
  }

  RequestExecutor executor() {
    return new RequestExecutor(Runnable::run, timer, timer::millis);
  }

  void assertPlaceIsFree() {
    assertTrue(limit.acquire(() -> { }), "its place is free");
    assertFalse(limit.acquire(() -> { }), "and it is one place");
    limit.release();
    limit.release();
  }

  static Throwable failureOf(CompletableFuture<?> answer) {
    assertTrue(answer.isDone(), "still on its way");
    return assertThrows(ExecutionException.class, answer::get).getCause();
  }
}
