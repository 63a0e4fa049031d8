package org.muletwilio.internal.connection.http;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A scheduler whose time passes when a test says so. Tasks run on the test's thread, each at its time. */
public final class FakeTimer extends AbstractExecutorService implements ScheduledExecutorService {

  private final List<Task> tasks = new ArrayList<>();
  private final List<Long> delays = new ArrayList<>();
  private long now;
  private boolean shutdown;

  public synchronized long millis() {
    return now;
  }

  /** Lets time pass, and runs what is due meanwhile. */
  public void pass(long millis) {
    long end = millis() + millis;
    for (Task next = takeUntil(end); next != null; next = takeUntil(end)) {
      next.run();
    }
    synchronized (this) {
      now = end;
    }
  }

  /** @return all delays that were asked for, in milliseconds */
  synchronized List<Long> delays() {
    return List.copyOf(delays);
  }

  /** @return how many tasks wait for their time */
  public synchronized int size() {
    return tasks.size();
  }

  private synchronized Task takeUntil(long end) {
    Task next = tasks.stream().filter(task -> task.due <= end).min(Comparator.comparingLong(task -> task.due)).orElse(null);
    if (next != null) {
      tasks.remove(next);
      now = Math.max(now, next.due);
    }
    return next;
  }

  private synchronized void remove(Task task) {
    tasks.remove(task);
  }

  @Override
  public synchronized ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
    if (shutdown) {
      throw new RejectedExecutionException("stopped");
    }
    delays.add(unit.toMillis(delay));
    Task task = new Task(command, now + unit.toMillis(delay));
    tasks.add(task);
    return task;
  }

  @Override
  public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void execute(Runnable command) {
    schedule(command, 0, MILLISECONDS);
  }

  @Override
  public synchronized void shutdown() {
    shutdown = true;
    tasks.clear();
  }

  @Override
  public List<Runnable> shutdownNow() {
    shutdown();
    return List.of();
  }

  @Override
  public synchronized boolean isShutdown() {
    return shutdown;
  }

  @Override
  public boolean isTerminated() {
    return isShutdown();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return isShutdown();
  }

  private final class Task extends FutureTask<Void> implements ScheduledFuture<Void> {

    private final long due;

    Task(Runnable command, long due) {
      super(command, null);
      this.due = due;
    }

    @Override
    protected void done() {
      remove(this);
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(due - millis(), MILLISECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(getDelay(MILLISECONDS), other.getDelay(MILLISECONDS));
    }
  }
}
