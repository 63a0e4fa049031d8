package org.muletwilio.internal.callback.reconciliation;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/** The threads of one reconciler. All end with the config. */
interface ReconcilerThreads {

  /** @return threads that may wait for an object store */
  Executor forStore();

  /** @return threads that may wait for Twilio */
  Executor forLookUps();

  /** @return a thread for each task, or this one if there is none */
  Executor forWhatFollows();

  /** @return a timer for tasks that wait for nothing */
  ScheduledExecutorService timer();

  /**
   * Runs a task again and again, on a thread that may wait for an object store.
   *
   * @param pauseMillis from the end of one run to the next; the first one comes after it as well
   */
  void repeat(Runnable task, long pauseMillis);

  /** Ends the threads for look-ups and the repeated tasks. Those that still wait are interrupted soon. */
  void stopLookUps();

  /** Ends all threads, those that store after a while. */
  void stop();
}
