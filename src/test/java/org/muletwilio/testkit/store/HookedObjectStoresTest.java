package org.muletwilio.testkit.store;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mule.runtime.api.scheduler.SchedulerConfig.config;

import org.mule.runtime.api.scheduler.Scheduler;
import org.mule.runtime.api.scheduler.SchedulerService;
import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.api.store.ObjectStoreException;
import org.mule.runtime.api.store.ObjectStoreManager;
import org.mule.runtime.api.store.ObjectStoreSettings;

import org.muletwilio.testkit.mule.EmbeddedMule;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Object stores that watch their callers' threads, and those that are slow, stuck or out of order. */
@Timeout(60)
class HookedObjectStoresTest {

  private static final String APPLICATION = "<mule xmlns='http://www.mulesoft.org/schema/mule/core' "
      + "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='http://www.mulesoft.org/schema/mule/core "
      + "http://www.mulesoft.org/schema/mule/core/current/mule.xsd'/>";

  @Test
  void onlyThreadsThatMayWaitMayCallAStore() throws Exception {
    StoreThreads threads = new StoreThreads();
    try (EmbeddedMule mule = start(threads)) {
      ObjectStore<String> store = store(mule);
      SchedulerService schedulers = mule.services().schedulerService();
      store.store("test", "may");
      schedulers.ioScheduler().submit(() -> store.retrieve("test")).get();
      threads.requireNone();
      for (Scheduler scheduler : new Scheduler[] {schedulers.cpuLightScheduler(), schedulers.cpuIntensiveScheduler(),
          schedulers.customScheduler(config().withMaxConcurrentTasks(1).withName("selectors"))}) {
        Future<?> call = scheduler.submit(() -> store.contains("test"));
        assertInstanceOf(AssertionError.class, assertThrows(ExecutionException.class, call::get).getCause());
      }
      AssertionError told = assertThrows(AssertionError.class, threads::requireNone);
      assertEquals(3, told.getSuppressed().length);
      assertTrue(told.getSuppressed()[0].getMessage().contains("contains 'test'"), told.getSuppressed()[0].getMessage());
    }
  }

  @Test
  void aStoreIsSlow() throws Exception {
    try (EmbeddedMule mule = start(StoreHook.slow(Duration.ofMillis(200)))) {
      long start = System.nanoTime();
      store(mule).contains("x");
      assertTrue(System.nanoTime() - start >= Duration.ofMillis(200).toNanos());
    }
  }

  @Test
  void aStoreIsStuckTillTheTestLetsItGo() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    StoreThreads threads = new StoreThreads();
    try (EmbeddedMule mule = start(threads.then(StoreHook.stuckUntil(latch)))) {
      ObjectStore<String> store = store(mule);
      Future<Boolean> call = mule.services().schedulerService().ioScheduler().submit(() -> store.contains("x"));
      assertThrows(TimeoutException.class, () -> call.get(100, MILLISECONDS));
      latch.countDown();
      assertEquals(false, call.get());
    }
  }

  @Test
  void aStoreIsOutOfOrder() {
    try (EmbeddedMule mule = start(StoreHook.failing())) {
      assertThrows(ObjectStoreException.class, () -> store(mule).store("x", "y"));
    }
  }

  private static EmbeddedMule start(StoreHook hook) {
    return EmbeddedMule.builder().config(APPLICATION).replacing(HookedObjectStores.SERVICE, new HookedObjectStores(hook)).start();
  }

  private static ObjectStore<String> store(EmbeddedMule mule) {
    return mule.lookup(ObjectStoreManager.class).getOrCreateObjectStore("store", ObjectStoreSettings.builder().build());
  }
}
