package org.muletwilio.internal.callback;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.mule.runtime.api.scheduler.SchedulerConfig.config;

import org.mule.runtime.api.scheduler.Scheduler;
import org.mule.runtime.api.scheduler.SchedulerService;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The threads that process one config's callbacks, of Mule's own pools: one to wait for bodies and object stores, and one that is
 * free when all of those wait. {@link ConcurrencyLimit} bounds what is handed to them.
 */
final class CallbackSchedulers {

  private final Scheduler io;
  private final Scheduler timer;
  private final ClassLoader applicationClassLoader;

  private CallbackSchedulers(Scheduler io, Scheduler timer, ClassLoader applicationClassLoader) {
    this.io = io;
    this.timer = timer;
    this.applicationClassLoader = applicationClassLoader;
  }

  /**
   * @param service Mule's
   * @param config the config's name
   * @param applicationClassLoader that which flows run with
   * @return schedulers that run until they are stopped
   */
  static CallbackSchedulers start(SchedulerService service, String config, ClassLoader applicationClassLoader) {
    String name = "twilio-callbacks-" + config;
    return new CallbackSchedulers(service.ioScheduler(config().withName(name).withShutdownTimeout(0, MILLISECONDS)),
                                  service.cpuLightScheduler(config().withName(name + "-timer")
                                      .withShutdownTimeout(0, MILLISECONDS)),
                                  applicationClassLoader);
  }

  /** @return runs what may wait, as a part of the application, whoever hands it over */
  Executor io() {
    return task -> io.execute(() -> runInApplication(task));
  }

  /** @return runs what is short, at its time */
  ScheduledExecutorService timer() {
    return timer;
  }

  /** Interrupts what still waits, and takes nothing more. */
  void stop() {
    io.stop();
    timer.stop();
  }

  private void runInApplication(Runnable task) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(applicationClassLoader);
    try {
      task.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
