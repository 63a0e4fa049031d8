package org.muletwilio.simulator;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The simulator's threads, all of them bounded.
 *
 * @param clock lets time pass
 * @param senders send callbacks
 * @param answerers answer the API's requests
 * @param callers hold calls
 */
record SimulatorThreads(ScheduledExecutorService clock, ExecutorService senders, ExecutorService answerers,
    ExecutorService callers) {

  static SimulatorThreads start(int senders, int answerers, int callers) {
    return new SimulatorThreads(Executors.newSingleThreadScheduledExecutor(new NamedThreads("twilio-simulator-clock")),
                                Executors.newFixedThreadPool(senders, new NamedThreads("twilio-simulator-sender")),
                                Executors.newFixedThreadPool(answerers, new NamedThreads("twilio-simulator-api")),
                                Executors.newFixedThreadPool(callers, new NamedThreads("twilio-simulator-caller")));
  }

  private List<ExecutorService> all() {
    return List.of(clock, senders, answerers, callers);
  }

  /** Interrupts what they do. */
  void stop() {
    all().forEach(ExecutorService::shutdownNow);
  }

  /** @throws IllegalStateException if they don't end */
  void awaitEnd() {
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
