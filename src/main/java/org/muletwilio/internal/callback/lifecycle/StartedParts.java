package org.muletwilio.internal.callback.lifecycle;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Parts that start one after the other, such as a client and its schedulers: where one of them can't start, those before it are
 * stopped, the latest first, so that nothing runs that nobody will stop. For one thread, in a try-with-resources statement.
 */
public final class StartedParts implements AutoCloseable {

  private final Deque<Runnable> stops = new ArrayDeque<>();

  /**
   * @param part has started, or is about to
   * @param stop stops it
   * @return the part
   */
  public <T> T add(T part, Consumer<T> stop) {
    stops.push(() -> stop.accept(part));
    return part;
  }

  /**
   * Called once all have started: from now on their owner stops them.
   *
   * @param owner what holds the parts
   * @return the owner
   */
  public <T> T ownedBy(T owner) {
    stops.clear();
    return owner;
  }

  /** Stops the parts that nobody owns. */
  @Override
  public void close() {
    StopSteps.takeAll(stops, Runnable::run);
  }
}
