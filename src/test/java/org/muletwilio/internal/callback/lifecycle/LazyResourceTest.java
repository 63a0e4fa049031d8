package org.muletwilio.internal.callback.lifecycle;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.exception.DefaultMuleException;
import org.mule.runtime.api.exception.MuleException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Opened once, closed for good, however many threads come at once and however long it takes. */
@Timeout(30)
class LazyResourceTest {

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger opened = new AtomicInteger();
  private final List<Integer> closed = new CopyOnWriteArrayList<>();
  /** The opener waits for it. */
  private final CountDownLatch mayOpen = new CountDownLatch(1);
  private final CountDownLatch opening = new CountDownLatch(1);
  private volatile boolean broken;

  private final LazyResource<Integer> quick = new LazyResource<>("config 'X'", this::open, closed::add);
  private final LazyResource<Integer> slow = new LazyResource<>("config 'X'", () -> {
    opening.countDown();
    awaitUnchecked(mayOpen);
    return open();
  }, closed::add, 200);

  @AfterEach
  void end() {
    mayOpen.countDown();
    threads.shutdownNow();
  }

  @Test
  void manyThreadsShareOne() throws Exception {
    LazyResource<Integer> patient = new LazyResource<>("config 'X'", () -> {
      awaitUnchecked(mayOpen);
      return open();
    }, closed::add);
    List<Future<Integer>> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      all.add(threads.submit(patient::get));
    }
    mayOpen.countDown();
    for (Future<Integer> each : all) {
      assertEquals(1, each.get());
    }
    assertEquals(1, opened.get());
  }

  @Test
  void whatIsClosedIsNotOpenedAgain() throws Exception {
    assertEquals(1, quick.get());
    quick.close();
    quick.close();
    assertEquals(List.of(1), closed);
    assertEquals("config 'X' has stopped", assertThrows(MuleException.class, quick::get).getMessage());
    assertEquals(1, opened.get());
  }

  @Test
  void whatWasNeverOpenedIsClosedToo() {
    quick.close();
    assertEquals("config 'X' has stopped", assertThrows(MuleException.class, quick::get).getMessage());
    assertEquals(List.of(), closed);
  }

  @Test
  void afterAFailureTheNextOneTriesAgain() throws Exception {
    broken = true;
    assertEquals("broken on purpose", assertThrows(MuleException.class, quick::get).getMessage());
    broken = false;
    assertEquals(1, quick.get());
  }

  @Test
  void whoWaitsForTheOpenerGetsItsFailure() throws Exception {
    broken = true;
    Future<Integer> first = threads.submit(slow::get);
    opening.await();
    Future<Integer> second = threads.submit(slow::get);
    mayOpen.countDown();
    for (Future<Integer> each : List.of(first, second)) {
      assertTrue(assertThrows(ExecutionException.class, () -> each.get(10, SECONDS)).getCause() instanceof MuleException);
    }
  }

  /** Where nobody waits under a lock, a stuck opener keeps nobody for longer than the bound. */
  @Test
  void aStuckOpenerKeepsNobody() throws Exception {
    threads.submit(slow::get);
    opening.await();
    assertEquals("config 'X' is not ready after 200 ms", assertThrows(MuleException.class, slow::get).getMessage());
    assertThrows(IllegalStateException.class, slow::close);
    assertEquals("config 'X' has stopped", assertThrows(MuleException.class, slow::get).getMessage());
  }

  @Test
  void whatIsOpenedTooLateIsClosed() throws Exception {
    Future<Integer> late = threads.submit(slow::get);
    opening.await();
    assertThrows(IllegalStateException.class, slow::close);
    mayOpen.countDown();
    Throwable failure = assertThrows(ExecutionException.class, () -> late.get(10, SECONDS)).getCause();
    assertEquals("config 'X' has stopped", failure.getMessage());
    assertEquals(List.of(1), closed);
  }

  /** As if the caller had opened it: an error of the machine stays one. */
  @Test
  void whatAnotherThreadFailsWithIsThrownAsItIs() {
    for (Throwable failure : List.of(new IllegalArgumentException(), new StackOverflowError(), new DefaultMuleException("x"))) {
      assertSame(failure, assertThrows(failure.getClass(),
          () -> Waiting.await(CompletableFuture.failedFuture(failure), 1000, "it")));
    }
    Exception checked = new Exception("any other");
    assertSame(checked, assertThrows(MuleException.class,
        () -> Waiting.await(CompletableFuture.failedFuture(checked), 1000, "it")).getCause());
  }

  @Test
  void closingTakesNoLock() throws Exception {
    CountDownLatch mayClose = new CountDownLatch(1);
    CompletableFuture<Void> closing = new CompletableFuture<>();
    LazyResource<Integer> resource = new LazyResource<>("config 'X'", this::open, any -> {
      closing.complete(null);
      awaitUnchecked(mayClose);
    });
    resource.get();
    Future<?> close = threads.submit(resource::close);
    closing.get(10, SECONDS);
    assertEquals("config 'X' has stopped", assertThrows(MuleException.class, resource::get).getMessage());
    assertFalse(close.isDone());
    mayClose.countDown();
    close.get(10, SECONDS);
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    threads.submit(slow::get);
    opening.await();
    Thread.currentThread().interrupt();
    assertTrue(assertThrows(MuleException.class, slow::get).getMessage().contains("interrupted"));
    assertTrue(Thread.interrupted());
  }

  private Integer open() throws MuleException {
    if (broken) {
      throw new DefaultMuleException("broken on purpose");
    }
    return opened.incrementAndGet();
  }

  private static void awaitUnchecked(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
