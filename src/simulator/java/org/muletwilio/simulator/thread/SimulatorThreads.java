package org.muletwilio.simulator.thread;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * The simulator's threads, all of them bounded.
 *
 * @param clock runs delayed steps
 * @param timer the thread of the clock
 * @param senders send callbacks
 * @param answerers answer requests to the API
 * @param callers run calls
 */
public record SimulatorThreads(SimulatorClock clock, ScheduledThreadPoolExecutor timer, ThreadPoolExecutor senders,
    ThreadPoolExecutor answerers, ThreadPoolExecutor callers) {

  public static SimulatorThreads start(int senders, int answerers, int callers) {
    ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, new NamedThreads("twilio-simulator-clock"));
    return new SimulatorThreads(new SimulatorClock(timer), timer, pool(senders, "twilio-simulator-sender"),
                                pool(answerers, "twilio-simulator-api"), pool(callers, "twilio-simulator-caller"));
  }

  private static ThreadPoolExecutor pool(int size, String name) {
    return new ThreadPoolExecutor(size, size, 0, SECONDS, new LinkedBlockingQueue<>(), new NamedThreads(name));
  }

  /** @return whether no thread has work; a pool that hands work on is asked before the one that takes it */
  public boolean idle() {
    return isIdle(callers) && clock.idle() && isIdle(senders);
  }

  private static boolean isIdle(ThreadPoolExecutor threads) {
    return threads.getQueue().isEmpty() && threads.getActiveCount() == 0;
  }

  private List<ExecutorService> all() {
    return List.of(timer, senders, answerers, callers);
  }

  /** Interrupts all threads. */
  public void stop() {
    all().forEach(ExecutorService::shutdownNow);
  }

  /** @throws IllegalStateException if they don't end */
  public void awaitEnd() {
    try {
      for (ExecutorService threads : all()) {
        if (!threads.awaitTermination(5, SECONDS)) {
          throw new IllegalStateException("Threads of the simulator don't end");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
