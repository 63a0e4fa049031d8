package org.muletwilio.internal.callback;

import org.mule.runtime.api.scheduler.Scheduler;
import org.mule.runtime.api.scheduler.SchedulerService;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Mule's scheduler service for unit tests. What is handed to an IO scheduler runs on another thread, and the caller waits for it,
 * so that a test need not. Timers run as fast as a clock, unless a test waits for one.
 */
final class FakeSchedulers {

  private final ExecutorService thread = Executors.newSingleThreadExecutor(FakeSchedulers::daemon);
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(FakeSchedulers::daemon);
  private volatile Consumer<Runnable> io = this::runElsewhere;
  private final AtomicInteger stops = new AtomicInteger();
  private volatile int faster = 1;

  SchedulerService service() {
    Scheduler ioScheduler = Fakes.of(Scheduler.class, Map.of("stop", this::stopped, "execute", arguments -> {
      io.accept((Runnable) arguments[0]);
      return null;
    }));
    Scheduler cpuLight = Fakes.of(Scheduler.class, Map.of("stop", this::stopped, "schedule",
        arguments -> timer.schedule((Runnable) arguments[0], ((TimeUnit) arguments[2]).toMicros((Long) arguments[1]) / faster,
                                    TimeUnit.MICROSECONDS)));
    return Fakes.of(SchedulerService.class,
                    Map.of("ioScheduler", arguments -> ioScheduler, "cpuLightScheduler", arguments -> cpuLight));
  }

  /** Lets IO schedulers do this with what they are given from now on. */
  void ioRuns(Consumer<Runnable> execution) {
    io = execution;
  }

  /** Lets timers run so many times as fast as a clock from now on. A busy machine then takes too long for what is in time. */
  void timersRun(int timesAsFast) {
    faster = timesAsFast;
  }

  /** @return how many schedulers were stopped */
  int stops() {
    return stops.get();
  }

  private Object stopped(Object[] arguments) {
    return stops.incrementAndGet();
  }

  private void runElsewhere(Runnable task) {
    try {
      thread.submit(task).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "fake-scheduler");
    thread.setDaemon(true);
    return thread;
  }
}
