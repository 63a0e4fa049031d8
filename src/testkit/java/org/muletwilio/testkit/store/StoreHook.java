package org.muletwilio.testkit.store;

import org.mule.runtime.api.store.ObjectStoreException;
import org.mule.runtime.api.store.ObjectStoreNotAvailableException;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What happens before each call of an object store: nothing good, for a store is slow, stuck or out of order at times. */
@FunctionalInterface
public interface StoreHook {

  /** No hook holds a thread for longer, so that a test ends. */
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

  /** @return a store that takes its time for each call */
  static StoreHook slow(Duration delay) {
    return stuckUntil(new CountDownLatch(1), delay);
  }

  /** @return a store that answers nothing until the latch opens */
  static StoreHook stuckUntil(CountDownLatch latch) {
    return stuckUntil(latch, LONGEST);
  }

  /** @return a store that can't be reached */
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
