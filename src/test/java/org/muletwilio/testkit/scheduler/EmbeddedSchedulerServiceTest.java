package org.muletwilio.testkit.scheduler;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mule.runtime.api.scheduler.SchedulerConfig.config;

import org.mule.runtime.api.scheduler.Scheduler;
import org.mule.runtime.api.scheduler.SchedulerBusyException;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Schedulers, their pools and their tasks. */
@Timeout(30)
class EmbeddedSchedulerServiceTest extends SchedulerFixture {

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
  void customSchedulersHaveTheirOwnThreads() throws Exception {
    Scheduler custom = service.customScheduler(config().withName("selector").withMaxConcurrentTasks(1));
    Thread thread = custom.submit(Thread::currentThread).get();
    assertTrue(thread.getName().startsWith(name + ".selector."), thread.getName());
    assertEquals(List.of("selector"), service.getSchedulers().stream().map(view -> view.getName()).toList());

    custom.stop();
    thread.join();

    assertEquals(List.of(), service.getSchedulers());
  }

  @Test
  void cronExpressionsAreRefused() {
    String message = assertThrows(UnsupportedOperationException.class,
                                  () -> service.ioScheduler().scheduleWithCronExpression(() -> {}, "0 * * * * ?")).getMessage();

    assertTrue(message.contains("0 * * * * ?"), message);
  }
}
