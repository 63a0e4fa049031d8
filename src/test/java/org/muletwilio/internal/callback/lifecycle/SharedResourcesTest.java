package org.muletwilio.internal.callback.lifecycle;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.exception.DefaultMuleException;
import org.mule.runtime.api.exception.MuleException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The first user opens, the last one closes, and only one is open at a time. */
@Timeout(30)
class SharedResourcesTest {

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger openedEver = new AtomicInteger();
  private final List<String> problems = new CopyOnWriteArrayList<>();
  private final CountDownLatch mayClose = new CountDownLatch(1);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final SharedResources<String, Integer> resources = new SharedResources<>("the application",
      any -> open.decrementAndGet());

  @AfterEach
  void end() {
    mayClose.countDown();
    threads.shutdownNow();
  }

  @Test
  void theLastUserCloses() throws Exception {
    Lease<Integer> first = resources.acquire("a", this::open);
    Lease<Integer> second = resources.acquire("a", this::open);
    assertEquals(first.get(), second.get());
    first.close();
    first.close();
    assertEquals(1, open.get());
    second.close();
    assertEquals(0, open.get());
    assertEquals(2, resources.acquire("a", this::open).get());
  }

  @Test
  void keysHaveTheirOwn() throws Exception {
    assertEquals(List.of(1, 2), List.of(resources.acquire("a", this::open).get(), resources.acquire("b", this::open).get()));
  }

  @Test
  void afterAFailureTheNextUserTriesAgain() throws Exception {
    assertThrows(MuleException.class, () -> resources.acquire("a", () -> {
      throw new DefaultMuleException("broken on purpose");
    }));
    assertEquals(1, resources.acquire("a", this::open).get());
  }

  @Test
  void whatIsLeftIsClosedInTheEndAndNothingOpensAfterIt() throws Exception {
    Lease<Integer> left = resources.acquire("a", this::open);
    resources.close();
    assertEquals(0, open.get());
    left.close();
    assertEquals(0, open.get());
    assertEquals("the application has stopped", assertThrows(MuleException.class, () -> resources.acquire("b", this::open))
        .getMessage());
  }

  @Test
  void aNewOneWaitsForTheOldOnesEndAndOtherKeysDoNot() throws Exception {
    SharedResources<String, Integer> slow = new SharedResources<>("the application", any -> {
      closing.countDown();
      awaitUnchecked(mayClose);
      open.decrementAndGet();
    });
    Lease<Integer> old = slow.acquire("a", this::open);
    Future<?> end = threads.submit(old::close);
    closing.await();
    Future<Lease<Integer>> next = threads.submit(() -> slow.acquire("a", this::open));
    assertEquals(2, threads.submit(() -> slow.acquire("b", this::open)).get(10, SECONDS).get());
    assertFalse(next.isDone());
    mayClose.countDown();
    end.get(10, SECONDS);
    assertEquals(3, next.get(10, SECONDS).get());
  }

  @Test
  void underContentionOneIsOpenAtATime() throws Exception {
    List<Future<?>> all = new ArrayList<>();
    for (int thread = 0; thread < 8; thread++) {
      all.add(threads.submit(() -> {
        for (int i = 0; i < 2000; i++) {
          Lease<Integer> lease = resources.acquire("a", this::open);
          if (open.get() != 1) {
            problems.add(open.get() + " are open");
          }
          lease.close();
        }
        return null;
      }));
    }
    for (Future<?> each : all) {
      each.get();
    }
    assertEquals(List.of(), problems);
    assertEquals(0, open.get());
    assertTrue(openedEver.get() > 0);
  }

  private Integer open() {
    open.incrementAndGet();
    return openedEver.incrementAndGet();
  }

  private static void awaitUnchecked(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
