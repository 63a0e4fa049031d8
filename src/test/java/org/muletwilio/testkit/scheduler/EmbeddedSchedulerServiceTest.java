package org.muletwilio.testkit.scheduler;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mule.runtime.api.scheduler.SchedulerConfig.config;

import org.mule.runtime.api.scheduler.Scheduler;
import org.mule.runtime.api.scheduler.SchedulerBusyException;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Schedulers, their pools and their ends. */
@Timeout(30)
class EmbeddedSchedulerServiceTest {

  private final String name = "test-" + UUID.randomUUID();
  private final EmbeddedSchedulerService service = new EmbeddedSchedulerService(name);

  @AfterEach
  void close() {
    service.close();
    assertEquals(List.of(), threads());
  }

  @Test
  void runsOnNamedDaemons() throws Exception {
    Thread thread = service.ioScheduler().submit(Thread::currentThread).get();

    assertTrue(thread.getName().startsWith(name + ".io."), thread.getName());
    assertTrue(thread.isDaemon());
  }

  @Test
  void tasksHaveTheContextClassLoaderOfTheirSender() throws Exception {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader application = new URLClassLoader(new URL[0])) {
      Thread.currentThread().setContextClassLoader(application);
      assertSame(application, service.cpuLightScheduler().submit(() -> Thread.currentThread().getContextClassLoader()).get());
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  @Test
  void aFailureReachesTheFuture() {
    Future<?> failing = service.cpuIntensiveScheduler().submit(() -> {
      throw new IllegalStateException("no");
    });

    assertEquals("no", assertThrows(ExecutionException.class, failing::get).getCause().getMessage());
  }

  /** As Mule's pool: an IO thread that hands over to the full pool does the work itself, and a CPU thread is refused. */
  @Test
  void aFullPoolOfIoThreadsRunsTasksOfItsOwnThreadsOnThem() throws Exception {
    Scheduler io = service.ioScheduler();
    CountDownLatch mayEnd = new CountDownLatch(1);
    CompletableFuture<Thread> handedOver = new CompletableFuture<>();
    CompletableFuture<Thread> caller = new CompletableFuture<>();
    CountDownLatch full = new CountDownLatch(1);
    try {
      io.execute(() -> {
        caller.complete(Thread.currentThread());
        awaitUnchecked(full);
        io.execute(() -> handedOver.complete(Thread.currentThread()));
      });
      Future<Integer> refused = service.cpuLightScheduler().submit(() -> {
        for (int i = 1;; i++) {
          try {
            io.execute(() -> awaitUnchecked(mayEnd));
          } catch (SchedulerBusyException e) {
            return i;
          }
        }
      });
      assertTrue(refused.get(30, SECONDS) > 1);
      full.countDown();
      assertSame(caller.get(10, SECONDS), handedOver.get(10, SECONDS));
    } finally {
      mayEnd.countDown();
    }
  }

  private static void awaitUnchecked(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void delaysAndRepeats() throws Exception {
    Scheduler scheduler = service.cpuLightScheduler();
    CountDownLatch three = new CountDownLatch(3);
    CountDownLatch threeDelayed = new CountDownLatch(3);
    ScheduledFuture<?> repeated = scheduler.scheduleAtFixedRate(three::countDown, 0, 1, MILLISECONDS);
    scheduler.scheduleWithFixedDelay(threeDelayed::countDown, 0, 1, MILLISECONDS);

    assertEquals(5, scheduler.schedule(() -> 5, 1, MILLISECONDS).get());
    three.await();
    threeDelayed.await();
    assertTrue(repeated.cancel(false));
    assertTrue(repeated.isCancelled());
  }

  @Test
  void aRepeatedTaskEndsWhenItFails() {
    AtomicInteger runs = new AtomicInteger();
    ScheduledFuture<?> repeated = service.ioScheduler().scheduleAtFixedRate(() -> {
      if (runs.incrementAndGet() == 2) {
        throw new IllegalStateException("second");
      }
    }, 0, 1, MILLISECONDS);

    assertEquals("second", assertThrows(ExecutionException.class, repeated::get).getCause().getMessage());
  }

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

  @Test
  void customSchedulersHaveTheirOwnThreads() throws Exception {
    Scheduler custom = service.customScheduler(config().withName("selector").withMaxConcurrentTasks(1));
    Thread thread = custom.submit(Thread::currentThread).get();
    assertTrue(thread.getName().startsWith(name + ".selector."), thread.getName());
    assertEquals(List.of("selector"), service.getSchedulers().stream().map(view -> view.getName()).toList());

    custom.stop();
    thread.join();

    assertEquals(List.of(), service.getSchedulers());
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
  void cronExpressionsAreRefused() {
    String message = assertThrows(UnsupportedOperationException.class,
                                  () -> service.ioScheduler().scheduleWithCronExpression(() -> {}, "0 * * * * ?")).getMessage();

    assertTrue(message.contains("0 * * * * ?"), message);
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

  private List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).filter(thread -> thread.startsWith(name)).toList();
  }
}
