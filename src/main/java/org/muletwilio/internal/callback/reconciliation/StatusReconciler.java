package org.muletwilio.internal.callback.reconciliation;

import org.muletwilio.internal.callback.flow.CallbackRunner;
import org.muletwilio.internal.callback.lifecycle.StopSteps;
import org.muletwilio.internal.callback.pending.AwaitedStatus;
import org.muletwilio.internal.callback.pending.PendingStatus;
import org.muletwilio.internal.callback.pending.PendingStore;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.schedule.Deadlines;
import org.muletwilio.internal.callback.schedule.RepeatedTask;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Looks up at Twilio what never called back: some callbacks are lost, and Twilio itself advises to poll.
 *
 * <p>What is awaited is kept in an object store ({@link PendingStore}), so that a crash loses none of it, and in memory by the
 * time when it is due ({@link DueIndex}), so that nothing is read earlier. The node that sent a message looks it up; the others
 * take over where it does not ({@link PendingScan}).
 */
public final class StatusReconciler {

  /** How much of one flow's is looked up, or runs it, at a time. */
  static final int MOST_OF_FLOW = 32;

  /** For as many last statuses as may come between Twilio's answer and the end of the operation. */
  private static final int MOST_ENDED_BEFORE = 10_000;
  private static final long LONGEST_STOP_MILLIS = TimeUnit.SECONDS.toMillis(2);

  private final String config;
  private final LookUpSchedule schedule;
  private final ReconcilerThreads threads;
  private final PendingWriter writer;
  private final StatusLookUps lookUps;
  private final PendingScan scan;
  private volatile boolean stopped;

  /**
   * @param config the config's name
   * @param store keeps what is awaited
   * @param schedule says when to look up
   * @param sources look up statuses
   * @param runner runs the flows
   * @param deadlines end waits for the store, on the timer of the threads
   * @param threads of this reconciler alone
   */
  StatusReconciler(String config, PendingStore store, LookUpSchedule schedule, StatusSources sources, CallbackRunner runner,
                   Deadlines deadlines, ReconcilerThreads threads) {
    this.config = config;
    this.schedule = schedule;
    this.threads = threads;
    ReconcilerWarnings warnings = new ReconcilerWarnings(config, System::nanoTime);
    DueIndex index = new DueIndex(MOST_OF_FLOW, MOST_ENDED_BEFORE);
    writer = new PendingWriter(store, index, schedule, warnings,
                               new StoreWaits(PendingWriter.LONGEST_WAIT_MILLIS, deadlines, threads.forWhatFollows()), threads);
    lookUps = new StatusLookUps(config, store, index, writer, schedule, sources, new StatusRuns(runner), warnings, threads);
    scan = new PendingScan(store, index, schedule, warnings, threads);
  }

  /** Begins to look up. */
  public void start() {
    threads.timer().scheduleWithFixedDelay(new RepeatedTask("The check for look-ups of config '" + config + "'", this::lookUp),
                                           schedule.pauseMillis(), schedule.pauseMillis(), TimeUnit.MILLISECONDS);
    threads.repeat(new RepeatedTask("The check of what other nodes await for config '" + config + "'", this::scan),
                   schedule.scanPauseMillis());
  }

  /** Looks up nothing any more. What callbacks bring to its end, or operations send, is still taken down. */
  public void stopLookUps() {
    lookUps.stop();
    scan.stop();
    threads.stopLookUps();
  }

  /** Ends all threads, once what waits to be stored is stored, or after two seconds. What is awaited stays in the store. */
  public void stop() {
    if (!stopped) {
      stopped = true;
      StopSteps.takeAll(this::stopLookUps, () -> writer.stop(LONGEST_STOP_MILLIS), threads::stop);
    }
  }

  /**
   * Takes down that a last status is awaited. Whatever the object store does, the message or call is made.
   *
   * @param status whose
   * @param route where its callbacks go
   * @return ends when it is stored, or after a second; always well
   */
  public CompletableFuture<Void> await(AwaitedStatus status, CallbackRoute route) {
    long now = schedule.nowMillis();
    return writer.await(new PendingStatus(status, route, now, now + schedule.getAfterMillis()));
  }

  /** Forgets what has come to its end. Waits for nothing. */
  public void forget(AwaitedStatus status) {
    writer.end(status);
  }

  /** Begins with all that is due. */
  void lookUp() {
    lookUps.begin();
  }

  /** Finds what other processes have stored. */
  void scan() {
    scan.run();
  }
}
