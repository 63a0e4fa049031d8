package org.muletwilio.testkit.scheduler;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import org.mule.runtime.api.scheduler.Scheduler;
import org.mule.runtime.api.scheduler.SchedulerView;

import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A scheduler that uses the threads of a shared pool. Stopping it ends its own tasks alone.
 */
final class EmbeddedScheduler extends AbstractExecutorService implements Scheduler, SchedulerView {

  private final String name;
  private final ExecutorService pool;
  private final ScheduledExecutorService timer;
  private final long shutdownMillis;
  private final Consumer<EmbeddedScheduler> onShutdown;
  private final PooledTasks tasks = new PooledTasks();
  private volatile boolean shutdown;

  /**
   * @param shutdownMillis how long {@link #stop()} lets running tasks end before it interrupts them
   * @param onShutdown called when this scheduler accepts no more tasks
   */
  EmbeddedScheduler(String name, ExecutorService pool, ScheduledExecutorService timer, long shutdownMillis,
                    Consumer<EmbeddedScheduler> onShutdown) {
    this.name = name;
    this.pool = pool;
    this.timer = timer;
    this.shutdownMillis = shutdownMillis;
    this.onShutdown = onShutdown;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public void execute(Runnable command) {
    submitted(new PooledTask<>(this, Executors.callable(command), 0));
  }

  @Override
  protected <T> PooledTask<T> newTaskFor(Callable<T> callable) {
    return new PooledTask<>(this, callable, 0);
  }

  @Override
  protected <T> PooledTask<T> newTaskFor(Runnable runnable, T value) {
    return newTaskFor(Executors.callable(runnable, value));
  }

  @Override
  public <T> PooledTask<T> submit(Callable<T> task) {
    return submitted(newTaskFor(task));
  }

  @Override
  public <T> PooledTask<T> submit(Runnable task, T result) {
    return submitted(newTaskFor(task, result));
  }

  @Override
  public PooledTask<?> submit(Runnable task) {
    return submitted(newTaskFor(task, null));
  }

  @Override
  public <T> ScheduledFuture<T> schedule(Callable<T> callable, long delay, TimeUnit unit) {
    return delayed(new PooledTask<>(this, callable, 0), unit.toNanos(delay));
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
    return schedule(Executors.callable(command), delay, unit);
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
    return delayed(new PooledTask<>(this, Executors.callable(command), unit.toNanos(period)), unit.toNanos(initialDelay));
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
    return delayed(new PooledTask<>(this, Executors.callable(command), -unit.toNanos(delay)), unit.toNanos(initialDelay));
  }

  @Override
  public ScheduledFuture<?> scheduleWithCronExpression(Runnable command, String cronExpression) {
    throw new UnsupportedOperationException("The embedded scheduler service has no cron expressions: " + cronExpression);
  }

  @Override
  public ScheduledFuture<?> scheduleWithCronExpression(Runnable command, String cronExpression, TimeZone timeZone) {
    return scheduleWithCronExpression(command, cronExpression);
  }

  @Override
  public void shutdown() {
    shutdown = true;
    tasks.signal();
    tasks.cancelWaiting();
    onShutdown.accept(this);
  }

  @Override
  public List<Runnable> shutdownNow() {
    shutdown();
    return tasks.cancelAll();
  }

  @Override
  public void stop() {
    shutdown();
    try {
      if (!tasks.isOneRunByThisThread() && !awaitTermination(shutdownMillis, MILLISECONDS)) {
        shutdownNow();
      }
    } catch (InterruptedException e) {
      shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isShutdown() {
    return shutdown;
  }

  @Override
  public boolean isTerminated() {
    return shutdown && tasks.isEmpty();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return tasks.await(this::isTerminated, unit.toNanos(timeout));
  }

  /** Gives a task to the pool now. */
  void lend(PooledTask<?> task) {
    try {
      pool.execute(task);
    } catch (RejectedExecutionException e) {
      task.cancel(false);
      throw e;
    }
  }

  /** Gives a task to the pool after a delay. */
  void lendLater(PooledTask<?> task, long nanos) {
    task.await(nanos, () -> timer.schedule(() -> lend(task), nanos, NANOSECONDS));
  }

  void ended(PooledTask<?> task) {
    tasks.remove(task);
    if (shutdown) {
      tasks.signal();
    }
  }

  private <T> PooledTask<T> submitted(PooledTask<T> task) {
    add(task);
    lend(task);
    return task;
  }

  private <T> PooledTask<T> delayed(PooledTask<T> task, long nanos) {
    add(task);
    lendLater(task, nanos);
    return task;
  }

  private void add(PooledTask<?> task) {
    tasks.add(task);
    if (shutdown) {
      ended(task);
      throw new RejectedExecutionException("Scheduler '" + name + "' is stopped");
    }
  }

  @Override
  public String toString() {
    return "Scheduler '" + name + "'";
  }
}
