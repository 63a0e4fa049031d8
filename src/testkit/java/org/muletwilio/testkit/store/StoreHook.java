package org.muletwilio.testkit.store;

import org.mule.runtime.api.store.ObjectStoreException;
import org.mule.runtime.api.store.ObjectStoreNotAvailableException;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Runs before each call of an object store, to make it slow, stuck or faulty. */
@FunctionalInterface
public interface StoreHook {

  /** The longest time that a hook holds a thread, so that every test ends. */
  Duration LONGEST = Duration.ofMinutes(2);

  /**
   * @param operation the called method, such as <code>store</code>
   * @param key the entry's key, or null where the operation is about all entries
   * @throws ObjectStoreException to fail the call
   */
  void before(String operation, String key) throws ObjectStoreException;

  /** @return this hook, and then the other */
  default StoreHook then(StoreHook next) {
    return (operation, key) -> {
      before(operation, key);
      next.before(operation, key);
    };
  }

  /** @return makes each call slow */
  static StoreHook slow(Duration delay) {
    return stuckUntil(new CountDownLatch(1), delay);
  }

  /** @return blocks each call until the latch opens */
  static StoreHook stuckUntil(CountDownLatch latch) {
    return stuckUntil(latch, LONGEST);
  }

  /** @return makes each call fail, as if the store could not be reached */
  static StoreHook failing() {
    return (operation, key) -> {
      throw new ObjectStoreNotAvailableException(new IllegalStateException("The store can't be reached for " + operation));
    };
  }

  private static StoreHook stuckUntil(CountDownLatch latch, Duration longest) {
    return (operation, key) -> {
      try {
        latch.await(longest.toNanos(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ObjectStoreException(e);
      }
    };
  }
}
