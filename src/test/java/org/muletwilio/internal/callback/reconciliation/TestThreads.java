package org.muletwilio.internal.callback.reconciliation;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;

/** Whoever hands a task over waits for its end, so that all that is begun has ended: tests need no patience. */
final class TestThreads implements ReconcilerThreads {

  private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
    Thread thread = new Thread(task, "reconciler test");
    thread.setDaemon(true);
    return thread;
  });

  private volatile boolean stopped;
  private volatile boolean full;

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
    // nothing runs
  }

  @Override
  public void stop() {
    stopped = true;
  }

  /** @param full whether the pool has no free thread from now on */
  void setFull(boolean full) {
    this.full = full;
  }

  private void run(Runnable task) {
    if (stopped || full) {
      throw new RejectedExecutionException("no thread");
    }
    try {
      THREADS.submit(task).get();
    } catch (InterruptedException | ExecutionException | CancellationException e) {
      throw new IllegalStateException(e);
    }
  }
}
