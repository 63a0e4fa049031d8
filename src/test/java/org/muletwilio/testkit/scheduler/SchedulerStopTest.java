package org.muletwilio.testkit.scheduler;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mule.runtime.api.scheduler.SchedulerConfig.config;

import org.mule.runtime.api.scheduler.Scheduler;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a stop waits for, interrupts and leaves alone. */
@Timeout(30)
class SchedulerStopTest extends SchedulerFixture {

  @Test
  void stoppingWaitsForRunningTasksAndDropsDelayedOnes() throws Exception {
    Scheduler scheduler = service.ioScheduler();
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    Future<String> running = scheduler.submit(() -> {
      started.countDown();
      mayEnd.await();
      return "ended";
    });
    ScheduledFuture<?> delayed = scheduler.schedule(() -> "never", 1, SECONDS);
    started.await();
    Future<?> stopping = service.cpuLightScheduler().submit(scheduler::stop);
    while (!scheduler.isShutdown()) {
      Thread.onSpinWait();
    }
    assertThrows(RejectedExecutionException.class, () -> scheduler.submit(() -> "late"));
    assertFalse(scheduler.isTerminated());
    mayEnd.countDown();
    stopping.get();

    assertEquals("ended", running.get());
    assertTrue(delayed.isCancelled());
    assertTrue(scheduler.isTerminated());
  }

  @Test
  void stoppingInterruptsWhatTakesTooLong() throws Exception {
    Scheduler scheduler = service.ioScheduler(config().withShutdownTimeout(1, MILLISECONDS));
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    scheduler.execute(() -> {
      try {
        started.countDown();
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        interrupted.countDown();
      }
    });
    started.await();
    scheduler.stop();

    interrupted.await();
    assertTrue(scheduler.awaitTermination(10, SECONDS));
  }

  @Test
  void stoppingOneLeavesOthersAlone() throws Exception {
    service.ioScheduler().stop();

    assertEquals(1, service.ioScheduler().submit(() -> 1).get());
  }

  @Test
  void aTaskMayStopItsScheduler() throws Exception {
    Scheduler scheduler = service.ioScheduler();

    scheduler.submit(scheduler::stop).get();

    assertTrue(scheduler.awaitTermination(10, SECONDS));
  }

  /** Flows' ring buffers are shut down, and not stopped, by Mule 4.1. */
  @Test
  void customSchedulersThatAreShutDownEndTheirThreads() throws Exception {
    Scheduler custom = service.customScheduler(config().withName("ring-buffer").withMaxConcurrentTasks(1));
    CountDownLatch mayEnd = new CountDownLatch(1);
    Thread thread = custom.submit(Thread::currentThread).get();
    Future<String> running = custom.submit(() -> {
      mayEnd.await();
      return "ended";
    });

    custom.shutdown();
    mayEnd.countDown();

    assertEquals("ended", running.get());
    thread.join();
    assertEquals(List.of(), service.getSchedulers());
  }

  @Test
  void closingEndsWhatRuns() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    Future<?> endless = service.ioScheduler().submit(() -> {
      started.countDown();
      new CountDownLatch(1).await();
      return null;
    });
    started.await();

    service.close();

    assertTrue(endless.isCancelled());
    assertThrows(RejectedExecutionException.class, () -> service.ioScheduler().execute(() -> {}));
  }
}
