package org.muletwilio.testkit.store;

import org.muletwilio.testkit.scheduler.ThreadKind;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Detects calls of an object store on threads that must never block: those of the HTTP service or client, or of a pool for work
 * that does not block. The calls fail, and {@link #requireNone} reports them, since the caller may have taken the failure for the
 * store's. Threads of the test itself may call a store.
 */
public final class StoreThreads implements StoreHook {

  private final List<AssertionError> violations = new CopyOnWriteArrayList<>();

  @Override
  public void before(String operation, String key) {
    ThreadKind.ofCurrent().filter(kind -> kind != ThreadKind.IO).ifPresent(kind -> {
      AssertionError violation = new AssertionError("An object store was asked to " + operation + " '" + key + "' on the thread "
          + Thread.currentThread().getName() + " (" + kind + "), which must never wait");
      violations.add(violation);
      throw violation;
    });
  }

  /** @throws AssertionError if a store was called on a thread that must never block */
  public void requireNone() {
    if (!violations.isEmpty()) {
      AssertionError all = new AssertionError(violations.size() + " calls on threads that must never wait");
      violations.forEach(all::addSuppressed);
      throw all;
    }
  }
}
