package org.muletwilio.internal.callback.reconciliation;

import static org.muletwilio.internal.callback.reconciliation.ReconcilerWarnings.Problem.FLOW_FAILED;
import static org.muletwilio.internal.callback.reconciliation.ReconcilerWarnings.Problem.GIVEN_UP;
import static org.muletwilio.internal.callback.reconciliation.ReconcilerWarnings.Problem.NOT_CLAIMED;
import static org.muletwilio.internal.callback.reconciliation.ReconcilerWarnings.Problem.NOT_LOOKED_UP;

import org.mule.runtime.api.store.ObjectStoreException;
import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.internal.callback.codec.SafeLogger;
import org.muletwilio.internal.callback.content.CallbackContent;
import org.muletwilio.internal.callback.flow.CallbackRun;
import org.muletwilio.internal.callback.pending.LookUpKey;
import org.muletwilio.internal.callback.pending.PendingStatus;
import org.muletwilio.internal.callback.pending.PendingStore;
import org.muletwilio.internal.callback.schedule.BoundedExecutor;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Looks up what is due. Each awaited status goes through four steps, and no thread waits from one to the next: it is claimed in
 * the object store, fetched from Twilio, told to its flow, and ended or put back for later.
 */
final class StatusLookUps {

  static final int MOST_AT_A_TIME = 16;

  private static final SafeLogger LOGGER = SafeLogger.of(StatusLookUps.class);
  private static final int MOST_CLAIMS_AT_A_TIME = 8;

  private final String config;
  private final PendingStore store;
  private final DueIndex index;
  private final PendingWriter writer;
  private final LookUpSchedule schedule;
  private final StatusSources sources;
  private final StatusRuns runs;
  private final ReconcilerWarnings warnings;
  private final BoundedExecutor claims;
  private final BoundedExecutor lookUps;
  private volatile boolean stopped;

  StatusLookUps(String config, PendingStore store, DueIndex index, PendingWriter writer, LookUpSchedule schedule,
                StatusSources sources, StatusRuns runs, ReconcilerWarnings warnings, ReconcilerThreads threads) {
    this.config = config;
    this.store = store;
    this.index = index;
    this.writer = writer;
    this.schedule = schedule;
    this.sources = sources;
    this.runs = runs;
    this.warnings = warnings;
    this.claims = new BoundedExecutor(threads.forStore(), MOST_CLAIMS_AT_A_TIME, Integer.MAX_VALUE);
    this.lookUps = new BoundedExecutor(threads.forLookUps(), MOST_AT_A_TIME, Integer.MAX_VALUE);
  }

  /** Begins with all that is due and has room. Waits for nothing. */
  void begin() {
    if (!stopped && sources.of(config).isPresent()) {
      for (Optional<PendingEntry> due = index.poll(schedule.nowMillis()); due.isPresent();
           due = index.poll(schedule.nowMillis())) {
        begin(due.get());
      }
    }
  }

  /** Nothing is looked up any more; what is under way has no effect but that of a flow that runs. */
  void stop() {
    stopped = true;
  }

  private void begin(PendingEntry entry) {
    long next = schedule.nextMillis(entry.getSinceMillis());
    Optional<PendingStatus> inMemoryAlone = entry.getUnkept();
    if (inMemoryAlone.isPresent()) {
      execute(lookUps, () -> lookUp(entry, inMemoryAlone.get(), next), entry);
    } else {
      execute(claims, () -> claim(entry, next), entry);
    }
  }

  /** What is not put back is never looked up again, and keeps its place among those of its flow. */
  private void execute(BoundedExecutor executor, Runnable task, PendingEntry entry) {
    try {
      executor.execute(task);
    } catch (RuntimeException | Error e) {
      LOGGER.debug("The look-up of {} waits for a thread", entry.getStatus(), e);
      index.again(entry, schedule.retryMillis(1));
    }
  }

  private void claim(PendingEntry entry, long next) {
    if (stopped) {
      return;
    }
    Optional<PendingStatus> pending;
    try {
      pending = store.claim(new LookUpKey(entry.getStatus(), entry.getLookUps() + 1), next);
    } catch (ObjectStoreException | RuntimeException | Error e) {
      if (!stopped) {
        warnings.add(NOT_CLAIMED, entry.getStatus(), e);
        again(entry, schedule.retryMillis(entry.failed()));
      }
      return;
    }
    if (pending.isPresent()) {
      entry.claimed();
      execute(lookUps, () -> lookUp(entry, pending.get(), next), entry);
    } else {
      index.done(entry);
      begin();
    }
  }

  private void lookUp(PendingEntry entry, PendingStatus pending, long next) {
    if (stopped) {
      return;
    }
    Optional<FetchedStatus> fetched;
    try {
      fetched = sources.of(config).orElseThrow(() -> new IllegalStateException("the connection has stopped"))
          .fetch(entry.getStatus());
    } catch (RuntimeException | Error e) {
      lookUpFailed(entry, pending, e);
      return;
    }
    if (fetched.isPresent()) {
      evaluate(entry, pending, fetched.get(), next);
    } else {
      giveUp(entry, pending, nothing(), "Twilio no longer knows it");
    }
  }

  private void evaluate(PendingEntry entry, PendingStatus pending, FetchedStatus fetched, long next) {
    if (stopped) {
      return;
    }
    CallbackContent content = new CallbackContent(entry.getStatus().getKind(), fetched.getFields(), Optional.empty());
    if (content.isTerminal()) {
      whenRun(entry, pending, fetched, () -> runs.reconciled(pending, content));
    } else if (schedule.isOver(pending, fetched)) {
      giveUp(entry, pending, fetched, "it is still " + fetched.getStatus(entry.getStatus().getKind()).orElse("unknown"));
    } else {
      entry.wasLookedUp();
      writer.storeAgain(entry);
      again(entry, next);
    }
  }

  private void lookUpFailed(PendingEntry entry, PendingStatus pending, Throwable failure) {
    if (stopped) {
      return;
    }
    warnings.add(NOT_LOOKED_UP, entry.getStatus(), failure);
    if (schedule.isOver(pending)) {
      giveUp(entry, pending, nothing(), "it can't be looked up");
    } else {
      again(entry, schedule.retryMillis(entry.failed()));
    }
  }

  private void giveUp(PendingEntry entry, PendingStatus pending, FetchedStatus fetched, String reason) {
    warnings.add(GIVEN_UP, entry.getStatus(), reason + "; flow '" + entry.getFlow() + "' is told so");
    whenRun(entry, pending, fetched, () -> runs.givenUp(pending, fetched.getFields()));
  }

  /** No thread waits for the flow: it may take as long as it likes. */
  private void whenRun(PendingEntry entry, PendingStatus pending, FetchedStatus fetched, Supplier<CallbackRun> begun) {
    CallbackRun run;
    try {
      run = begun.get();
    } catch (RuntimeException | Error e) {
      LOGGER.error("Flow '{}' of config '{}' can't be run with the status of {}", entry.getFlow(), config, entry.getStatus(), e);
      runFailed(entry, pending, fetched);
      return;
    }
    run.getEnd().whenComplete((answer, failure) -> {
      if (failure == null && answer.isSuccess()) {
        writer.end(entry);
        begin();
      } else if (!stopped) {
        runFailed(entry, pending, fetched);
        // a run that was given up may succeed after all
        run.whenSucceeded(() -> writer.end(entry.getStatus()));
      }
    });
  }

  private void runFailed(PendingEntry entry, PendingStatus pending, FetchedStatus fetched) {
    int failures = entry.failed();
    if (schedule.isOver(pending, fetched, failures)) {
      warnings.add(GIVEN_UP, entry.getStatus(), "flow '" + entry.getFlow() + "' has failed " + failures + " times");
      writer.end(entry);
      begin();
    } else {
      warnings.add(FLOW_FAILED, entry.getStatus(), "flow '" + entry.getFlow() + "' failed, is stopped or gone");
      again(entry, schedule.retryMillis(failures));
    }
  }

  private void again(PendingEntry entry, long dueMillis) {
    index.again(entry, dueMillis);
    begin();
  }

  private static FetchedStatus nothing() {
    return new FetchedStatus(new MultiMap<>(), OptionalLong.empty());
  }
}
