package org.muletwilio.internal.callback.reconciliation;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.mule.runtime.api.scheduler.SchedulerConfig.config;

import org.mule.runtime.api.scheduler.Scheduler;
import org.mule.runtime.api.scheduler.SchedulerService;

import org.muletwilio.internal.callback.lifecycle.StartedParts;
import org.muletwilio.internal.callback.lifecycle.StopSteps;
import org.muletwilio.internal.callback.schedule.ContextClassLoaders;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;

/** Threads of Mule's pools. */
final class MuleReconcilerThreads implements ReconcilerThreads {

  /** What still waits then is interrupted: all of it can be done again after the next start. */
  private static final long LONGEST_STOP_MILLIS = 500;

  private final Scheduler store;
  private final Scheduler lookUps;
  private final Scheduler timer;
  private final ClassLoader applicationClassLoader;
  private final Queue<Future<?>> repeated = new ConcurrentLinkedQueue<>();
  private volatile boolean lookUpsStopped;

  /**
   * @param config the config's name
   * @param schedulers Mule's
   * @param applicationClassLoader the class loader that tasks run with, since flows begin there
   */
  MuleReconcilerThreads(String config, SchedulerService schedulers, ClassLoader applicationClassLoader) {
    this.applicationClassLoader = applicationClassLoader;
    try (StartedParts parts = new StartedParts()) {
      store = parts.add(schedulers.ioScheduler(config().withName("twilio-" + config + "-pending-statuses")
          .withShutdownTimeout(LONGEST_STOP_MILLIS, MILLISECONDS)), Scheduler::stop);
      lookUps = parts.add(schedulers.ioScheduler(config().withName("twilio-" + config + "-status-look-ups")
          .withShutdownTimeout(LONGEST_STOP_MILLIS, MILLISECONDS)), Scheduler::stop);
      timer = schedulers.cpuLightScheduler(config().withName("twilio-" + config + "-status-timer")
          .withShutdownTimeout(0, MILLISECONDS));
      parts.ownedBy(this);
    }
  }

  @Override
  public Executor forStore() {
    return task -> store.execute(inApplication(task));
  }

  @Override
  public Executor forLookUps() {
    return task -> lookUps.execute(inApplication(task));
  }

  @Override
  public Executor forWhatFollows() {
    return task -> {
      try {
        store.execute(inApplication(task));
      } catch (RejectedExecutionException e) {
        task.run();
      }
    };
  }

  @Override
  public ScheduledExecutorService timer() {
    return timer;
  }

  @Override
  public void repeat(Runnable task, long pauseMillis) {
    Future<?> scheduled = store.scheduleWithFixedDelay(inApplication(task), pauseMillis, pauseMillis, MILLISECONDS);
    repeated.add(scheduled);
    if (lookUpsStopped) {
      scheduled.cancel(true);
    }
  }

  @Override
  public void stopLookUps() {
    lookUpsStopped = true;
    repeated.forEach(each -> each.cancel(true));
    lookUps.stop();
  }

  @Override
  public void stop() {
    StopSteps.takeAll(this::stopLookUps, timer::stop, store::stop);
  }

  private Runnable inApplication(Runnable task) {
    return () -> ContextClassLoaders.run(applicationClassLoader, task);
  }
}
