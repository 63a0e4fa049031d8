package org.muletwilio.internal.callback.flow;

import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.internal.callback.schedule.Deadlines;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;

/** Many callers at once, and runs that end on other threads: each callback runs once, and all places are free again. */
class BackPressureRaceTest {

  private static final int CALLBACKS = 5_000;
  private static final int CALLERS = 16;
  private static final int ROOM = 3;

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
  private final ExecutorService flowThreads = Executors.newFixedThreadPool(ROOM);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Deadlines deadlines = new Deadlines(System::nanoTime, threads);
  private final BackPressure backPressure = new BackPressure("Twilio", CALLERS, deadlines, threads, System::nanoTime);
  private final Semaphore room = new Semaphore(ROOM);
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicIntegerArray runs = new AtomicIntegerArray(CALLBACKS);

  @AfterEach
  void end() {
    List.of(timer, callers, flowThreads, threads).forEach(ExecutorService::shutdownNow);
  }

  @RepeatedTest(3)
  void eachRunsOnceAndAllPlacesAreFreeAgain() throws Exception {
    deadlines.start(timer);
    // each caller waits for its callback, so that no more wait than there are places
    List<CompletableFuture<CallbackAnswer>> ends = IntStream.range(0, CALLBACKS)
        .mapToObj(number -> CompletableFuture.supplyAsync(() -> give(number).join(), callers)).collect(toList());
    for (CompletableFuture<CallbackAnswer> each : ends) {
      assertEquals(CallbackAnswer.DONE, each.get(60, SECONDS));
    }
    assertEquals(0, IntStream.range(0, CALLBACKS).filter(number -> runs.get(number) != 1).count());
    assertTrue(refused.get() > 0, "nothing waited");
    // so many may wait once more
    room.acquire(ROOM);
    List<CompletableFuture<CallbackAnswer>> waiting = IntStream.range(0, CALLERS).mapToObj(this::give).collect(toList());
    assertEquals(0, waiting.stream().filter(CompletableFuture::isDone).count());
    assertEquals(CallbackAnswer.FLOW_UNAVAILABLE, give(0).get(60, SECONDS));
    room.release(ROOM);
    for (CompletableFuture<CallbackAnswer> each : waiting) {
      assertEquals(CallbackAnswer.DONE, each.get(60, SECONDS));
    }
  }

  private CompletableFuture<CallbackAnswer> give(int number) {
    return backPressure.run("flow", 60_000, () -> attempt(number));
  }

  private CompletableFuture<CallbackAnswer> attempt(int number) {
    if (!room.tryAcquire()) {
      refused.incrementAndGet();
      return CompletableFuture.completedFuture(CallbackAnswer.FLOW_BUSY);
    }
    runs.incrementAndGet(number);
    return CompletableFuture.supplyAsync(() -> {
      room.release();
      return CallbackAnswer.DONE;
    }, flowThreads);
  }
}
