package org.muletwilio.internal.callback;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.mule.runtime.api.scheduler.SchedulerConfig.config;

import org.mule.runtime.api.scheduler.Scheduler;
import org.mule.runtime.api.scheduler.SchedulerService;

import org.muletwilio.internal.callback.lifecycle.StartedParts;
import org.muletwilio.internal.callback.lifecycle.StopSteps;
import org.muletwilio.internal.callback.schedule.ContextClassLoaders;
import org.muletwilio.internal.callback.schedule.HandOver;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;

/**
 * The threads that process one config's callbacks, of Mule's own pools: a bounded number that may wait for bodies and object
 * stores, and one that is free when all of those wait. Without a queue and a lock: all callbacks pass here. Thread-safe.
 */
final class CallbackSchedulers implements Executor {

  /** A callback gives its place back a moment before its thread is free, or long before, where a body can't be interrupted. */
  private static final int THREADS_FOR_EACH_PLACE = 2;

  private final Scheduler io;
  private final Scheduler timer;
  private final Semaphore free;
  private final ClassLoader applicationClassLoader;

  private CallbackSchedulers(Scheduler io, Scheduler timer, int most, ClassLoader applicationClassLoader) {
    this.io = io;
    this.timer = timer;
    this.free = new Semaphore(most);
    this.applicationClassLoader = applicationClassLoader;
  }

  /**
   * @param service Mule's
   * @param config the config's name
   * @param places how many callbacks are taken at a time
   * @param applicationClassLoader that which flows run with
   * @return schedulers that run until they are stopped
   */
  static CallbackSchedulers start(SchedulerService service, String config, int places, ClassLoader applicationClassLoader) {
    String name = "twilio-callbacks-" + config;
    try (StartedParts parts = new StartedParts()) {
      Scheduler io = parts.add(service.ioScheduler(config().withName(name).withShutdownTimeout(0, MILLISECONDS)),
          Scheduler::stop);
      Scheduler timer = service.cpuLightScheduler(config().withName(name + "-timer").withShutdownTimeout(0, MILLISECONDS));
      return parts.ownedBy(new CallbackSchedulers(io, timer, THREADS_FOR_EACH_PLACE * places, applicationClassLoader));
    }
  }

  /**
   * Never waits, and never runs the task on the caller's thread, as some of Mule's pools do when they are full.
   *
   * @param task may wait; it runs as a part of the application, whoever hands it over
   * @throws RejectedExecutionException if no thread is free
   */
  @Override
  public void execute(Runnable task) {
    if (!free.tryAcquire()) {
      throw new RejectedExecutionException("bodies that can't be interrupted hold all threads of the config");
    }
    if (!HandOver.to(io, () -> run(task))) {
      free.release();
      throw new RejectedExecutionException("the pool of IO threads is full");
    }
  }

  /** @return runs what is short, at its time */
  ScheduledExecutorService timer() {
    return timer;
  }

  /** Interrupts what still waits, and takes nothing more. */
  void stop() {
    StopSteps.takeAll(io::stop, timer::stop);
  }

  private void run(Runnable task) {
    try {
      ContextClassLoaders.run(applicationClassLoader, task);
    } finally {
      free.release();
    }
  }
}
