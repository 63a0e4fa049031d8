package org.muletwilio.testkit.http;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Checks the threads that run handlers every few milliseconds. A handler blocks its thread where it waits, or works, for over 50
 * ms.
 */
final class HandlerWatch implements AutoCloseable {

  private static final long PAUSE_MILLIS = 10;
  /** A cold Java has much to load and to compile. */
  private static final int COLD_RUNS = 20;

  private final Set<HandlerRun> running = ConcurrentHashMap.newKeySet();
  private final List<String> violations = new CopyOnWriteArrayList<>();
  private final AtomicInteger runs = new AtomicInteger();
  private final Thread watcher = new Thread(this::watch, "handler-watch");

  HandlerWatch() {
    watcher.setDaemon(true);
    watcher.start();
  }

  /** @return a run of the current thread, which must be given to {@link #end} */
  HandlerRun begin() {
    HandlerRun run = new HandlerRun(runs.incrementAndGet() > COLD_RUNS);
    running.add(run);
    return run;
  }

  void end(HandlerRun run) {
    running.remove(run);
    run.end().ifPresent(violations::add);
  }

  /** @throws IllegalStateException if a handler has blocked its thread, saying where */
  @Override
  public void close() {
    watcher.interrupt();
    if (!violations.isEmpty()) {
      throw new IllegalStateException("Handlers have blocked threads of the HTTP service:\n" + String.join("\n", violations));
    }
  }

  /** A busy machine delays handlers as much as this watch: that delay is allowed. */
  private void watch() {
    long before = System.nanoTime();
    while (!Thread.interrupted()) {
      try {
        MILLISECONDS.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
      long now = System.nanoTime();
      long late = now - before - MILLISECONDS.toNanos(PAUSE_MILLIS);
      before = now;
      running.forEach(run -> run.look(now, Math.max(0, late)).ifPresent(violations::add));
    }
  }
}
