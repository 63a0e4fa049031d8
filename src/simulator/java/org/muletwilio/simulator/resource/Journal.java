package org.muletwilio.simulator.resource;

import static java.util.Collections.unmodifiableList;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A record of what happened, in order, that can be waited for. */
public final class Journal<T> {

  /** An entry and its number, which stays the same when earlier entries are forgotten. */
  public record Numbered<T>(long number, T entry) {
  }

  private final List<T> entries = new ArrayList<>();
  private final Consumer<T> listener;
  private long forgotten;
  private long taken;

  /** @param listener called with each entry */
  public Journal(Consumer<T> listener) {
    this.listener = listener;
  }

  public void add(T entry) {
    synchronized (entries) {
      entries.add(entry);
      entries.notifyAll();
    }
    listener.accept(entry);
  }

  public List<T> entries() {
    synchronized (entries) {
      return List.copyOf(entries);
    }
  }

  /** The last entries, at most this many, the newest first. */
  public List<Numbered<T>> latest(int most) {
    synchronized (entries) {
      List<Numbered<T>> latest = new ArrayList<>();
      for (int i = entries.size() - 1; i >= 0 && latest.size() < most; i--) {
        latest.add(new Numbered<>(forgotten + i, entries.get(i)));
      }
      return latest;
    }
  }

  public Optional<T> find(long number) {
    synchronized (entries) {
      long index = number - forgotten;
      return index < 0 || index >= entries.size() ? Optional.empty() : Optional.of(entries.get((int) index));
    }
  }

  public int size() {
    synchronized (entries) {
      return entries.size();
    }
  }

  public void clear() {
    synchronized (entries) {
      forgotten += entries.size();
      entries.clear();
    }
  }

  /** The next entry that was not taken before, waited for. */
  public T take(Duration limit) throws InterruptedException, TimeoutException {
    long end = System.nanoTime() + limit.toNanos();
    synchronized (entries) {
      while (Math.max(taken, forgotten) >= forgotten + entries.size()) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          throw new TimeoutException("Nothing more after " + limit);
        }
        entries.wait(left);
      }
      long number = Math.max(taken, forgotten);
      taken = number + 1;
      return entries.get((int) (number - forgotten));
    }
  }

  /** Waits until the condition holds and returns the entries then. */
  public List<T> await(Predicate<List<T>> condition, Duration limit) throws InterruptedException, TimeoutException {
    long end = System.nanoTime() + limit.toNanos();
    synchronized (entries) {
      while (!condition.test(unmodifiableList(entries))) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          throw new TimeoutException("The condition does not hold after " + limit + ": " + entries);
        }
        entries.wait(left);
      }
      return List.copyOf(entries);
    }
  }
}
