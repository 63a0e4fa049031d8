package org.muletwilio.internal.callback.schedule;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

class HandOverTest {

  @Test
  void whatAPoolWouldRunOnTheCallersThreadOrRefusesIsRejectedAndNotRun() {
    AtomicInteger runs = new AtomicInteger();
    assertThrows(RejectedExecutionException.class, () -> HandOver.orReject(Runnable::run).execute(runs::incrementAndGet));
    assertThrows(RejectedExecutionException.class, () -> HandOver.orReject(task -> {
      throw new OutOfMemoryError("no more threads, on purpose");
    }).execute(runs::incrementAndGet));
    assertEquals(0, runs.get());
  }

  @Test
  void aThreadOfThePoolRunsTheTask() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      CompletableFuture<Thread> thread = new CompletableFuture<>();
      HandOver.orReject(pool).execute(() -> thread.complete(Thread.currentThread()));
      assertNotSame(Thread.currentThread(), thread.get(20, SECONDS));
    } finally {
      pool.shutdownNow();
    }
  }
}
