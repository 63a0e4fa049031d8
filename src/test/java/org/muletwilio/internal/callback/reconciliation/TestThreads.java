package org.muletwilio.internal.callback.reconciliation;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Whoever hands a task over waits for its end, so that all that is begun has ended: tests need no patience. Or tasks are held
 * until a test lets them run.
 */
public final class TestThreads implements ReconcilerThreads {

  private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
    Thread thread = new Thread(task, "reconciler test");
    thread.setDaemon(true);
    return thread;
  });

  /** What was ended, in this order. */
  public final List<String> ended = new CopyOnWriteArrayList<>();
  private volatile boolean stopped;
  private volatile boolean full;
  private volatile boolean held;
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

  @Override
  public Executor forStore() {
    return this::run;
  }

  @Override
  public Executor forLookUps() {
    return this::run;
  }

  @Override
  public Executor forWhatFollows() {
    return Runnable::run;
  }

  @Override
  public ScheduledExecutorService timer() {
    throw new UnsupportedOperationException("The test says when");
  }

  @Override
  public void repeat(Runnable task, long pauseMillis) {
    throw new UnsupportedOperationException("The test says when");
  }

  @Override
  public void stopLookUps() {
    ended.add("look-ups");
  }

  @Override
  public void stop() {
    ended.add("all");
    stopped = true;
  }

  /** @param full whether the pool has no free thread from now on */
  public void setFull(boolean full) {
    this.full = full;
  }

  /** Lets tasks wait from now on. */
  public void hold() {
    held = true;
  }

  /** Runs the tasks that wait, and those that they hand over. */
  public void runHeld() {
    for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
      runNow(task);
    }
  }

  private void run(Runnable task) {
    if (stopped || full) {
      throw new RejectedExecutionException("no thread");
    }
    if (held) {
      waiting.add(task);
    } else {
      runNow(task);
    }
  }

  private static void runNow(Runnable task) {
    try {
      THREADS.submit(task).get();
    } catch (InterruptedException | ExecutionException | CancellationException e) {
      throw new IllegalStateException(e);
    }
  }
}
