package org.muletwilio.testkit.twilio;

import static java.util.Collections.unmodifiableList;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What happened, in order of its happening, and a way to wait for more of it. */
final class Journal<T> {

  private final List<T> entries = new ArrayList<>();
  private final Consumer<T> listener;

  /** @param listener told of each entry */
  Journal(Consumer<T> listener) {
    this.listener = listener;
  }

  void add(T entry) {
    synchronized (entries) {
      entries.add(entry);
      entries.notifyAll();
    }
    listener.accept(entry);
  }

  List<T> entries() {
    synchronized (entries) {
      return List.copyOf(entries);
    }
  }

  void clear() {
    synchronized (entries) {
      entries.clear();
    }
  }

  /** Waits until the condition holds and returns the entries then. */
  List<T> await(Predicate<List<T>> condition, Duration limit) throws InterruptedException, TimeoutException {
    long end = System.nanoTime() + limit.toNanos();
    synchronized (entries) {
      while (!condition.test(unmodifiableList(entries))) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          throw new TimeoutException("Not so after " + limit + ": " + entries);
        }
        entries.wait(left);
      }
      return List.copyOf(entries);
    }
  }
}
