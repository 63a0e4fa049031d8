package org.muletwilio.testkit.munit.tools;

import org.mule.runtime.api.metadata.TypedValue;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * What a test has stored and queued; nothing of it is left for the next test.
 */
public final class Storage {

  private final Map<String, TypedValue<?>> values = new HashMap<>();
  private final Map<String, Queue<TypedValue<?>>> queues = new HashMap<>();
  private boolean ended;

  public synchronized void clear() {
    values.clear();
    queues.clear();
  }

  public synchronized void store(String key, TypedValue<?> value, boolean failIfPresent) {
    if (failIfPresent && values.containsKey(key)) {
      throw new AssertionError("A value is stored as '" + key + "' already");
    }
    values.put(key, value);
  }

  public synchronized TypedValue<?> retrieve(String key) {
    if (!values.containsKey(key)) {
      throw new AssertionError("No value is stored as '" + key + "'");
    }
    return values.get(key);
  }

  /** @return the value, which is stored no longer */
  public synchronized TypedValue<?> remove(String key) {
    TypedValue<?> value = retrieve(key);
    values.remove(key);
    return value;
  }

  public synchronized void clearValues() {
    values.clear();
  }

  public synchronized void queue(String name, TypedValue<?> value) {
    queue(name).add(value);
    notifyAll();
  }

  public synchronized int queueSize(String name) {
    return queue(name).size();
  }

  /**
   * Waits for the next value of a queue.
   *
   * @return the value, or empty where none comes in time
   * @throws InterruptedException if the suite ends meanwhile
   */
  public synchronized Optional<TypedValue<?>> dequeue(String name, long nanos) throws InterruptedException {
    long end = System.nanoTime() + nanos;
    while (queue(name).isEmpty()) {
      if (!waitUntil(end)) {
        return Optional.empty();
      }
    }
    return Optional.of(queue(name).remove());
  }

  /** @throws InterruptedException if the suite ends meanwhile */
  public synchronized void sleep(long nanos) throws InterruptedException {
    long end = System.nanoTime() + nanos;
    while (waitUntil(end)) {
      // something came into a queue
    }
  }

  /** The suite ends: nothing waits any longer, as the application would not stop before. */
  public synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** @return whether there is time left */
  private boolean waitUntil(long end) throws InterruptedException {
    if (ended) {
      throw new InterruptedException("the suite ends");
    }
    long left = end - System.nanoTime();
    TimeUnit.NANOSECONDS.timedWait(this, left);
    return left > 0;
  }

  private Queue<TypedValue<?>> queue(String name) {
    return queues.computeIfAbsent(name, each -> new ArrayDeque<>());
  }
}
