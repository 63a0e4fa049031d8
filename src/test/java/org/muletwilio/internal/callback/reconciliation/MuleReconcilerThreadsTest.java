package org.muletwilio.internal.callback.reconciliation;

import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.mule.runtime.api.scheduler.SchedulerView;

import org.muletwilio.testkit.mule.EmbeddedServices;
import org.muletwilio.testkit.scheduler.ThreadKind;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MuleReconcilerThreadsTest {

  private final URLClassLoader application = new URLClassLoader(new URL[0]);
  private EmbeddedServices services;
  private MuleReconcilerThreads threads;

  @BeforeEach
  void start() throws Exception {
    services = EmbeddedServices.start("threads");
    threads = new MuleReconcilerThreads("Twilio", services.schedulerService(), application);
  }

  @AfterEach
  void stop() throws Exception {
    threads.stop();
    services.close();
    application.close();
  }

  @Test
  void tasksRunOnThreadsThatMayWaitWithTheApplicationsClassLoader() throws Exception {
    for (Executor each : new Executor[] {threads.forStore(), threads.forLookUps(), threads.forWhatFollows()}) {
      CompletableFuture<ClassLoader> classLoader = new CompletableFuture<>();
      CompletableFuture<Optional<ThreadKind>> kind = new CompletableFuture<>();
      each.execute(() -> {
        classLoader.complete(Thread.currentThread().getContextClassLoader());
        kind.complete(ThreadKind.ofCurrent());
      });
      assertSame(application, classLoader.get(10, SECONDS));
      assertEquals(Optional.of(ThreadKind.IO), kind.get());
    }
  }

  @Test
  void aRepeatedTaskEndsWithTheLookUps() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    threads.repeat(() -> {
      begun.countDown();
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        interrupted.complete(true);
      }
    }, 1);
    begun.await();
    threads.stopLookUps();
    assertEquals(true, interrupted.get(10, SECONDS));
    assertEquals(Set.of("twilio-Twilio-pending-statuses", "twilio-Twilio-status-timer"), schedulers());
    assertThrows(RejectedExecutionException.class, () -> threads.forLookUps().execute(() -> { }));
  }

  @Test
  void nothingIsLeftAfterAStop() {
    threads.stop();
    assertEquals(Set.of(), schedulers());
    assertThrows(RejectedExecutionException.class, () -> threads.forStore().execute(() -> { }));
    CompletableFuture<Thread> run = new CompletableFuture<>();
    threads.forWhatFollows().execute(() -> run.complete(Thread.currentThread()));
    assertSame(Thread.currentThread(), run.join());
  }

  private Set<String> schedulers() {
    return services.schedulerService().getSchedulers().stream().map(SchedulerView::getName)
        .filter(name -> name.startsWith("twilio-")).collect(toSet());
  }
}
