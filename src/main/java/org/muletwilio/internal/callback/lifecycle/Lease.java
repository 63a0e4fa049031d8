package org.muletwilio.internal.callback.lifecycle;

import java.util.concurrent.atomic.AtomicBoolean;

/** A shared resource as one of its users holds it, until that user closes the lease. Thread-safe. */
public final class Lease<T> {

  private final T resource;
  private final Runnable end;
  private final AtomicBoolean ended = new AtomicBoolean();

  /**
   * @param resource what is leased
   * @param end gives it back
   */
  public Lease(T resource, Runnable end) {
    this.resource = resource;
    this.end = end;
  }

  public T get() {
    return resource;
  }

  /** Gives the resource back; does nothing where that is done already. */
  public void close() {
    if (ended.compareAndSet(false, true)) {
      end.run();
    }
  }
}
