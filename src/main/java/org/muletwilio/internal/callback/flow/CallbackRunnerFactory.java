package org.muletwilio.internal.callback.flow;

import static java.util.concurrent.TimeUnit.HOURS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.mule.runtime.api.scheduler.SchedulerConfig.config;
import static org.muletwilio.internal.callback.schedule.SteadyClock.MONOTONIC_MILLIS;

import org.mule.runtime.api.exception.MuleException;
import org.mule.runtime.api.scheduler.Scheduler;
import org.mule.runtime.api.scheduler.SchedulerService;
import org.mule.runtime.api.store.ObjectStore;

import org.muletwilio.api.parameter.DuplicateHandling;
import org.muletwilio.internal.callback.claim.ClaimExpiry;
import org.muletwilio.internal.callback.claim.ClaimKeeper;
import org.muletwilio.internal.callback.claim.ClaimTimes;
import org.muletwilio.internal.callback.claim.ClaimWatch;
import org.muletwilio.internal.callback.claim.Claims;
import org.muletwilio.internal.callback.idempotency.AnswerCache;
import org.muletwilio.internal.callback.idempotency.IdempotentReceiver;
import org.muletwilio.internal.callback.idempotency.InMemoryIdempotentReceiver;
import org.muletwilio.internal.callback.idempotency.ObjectStoreIdempotentReceiver;
import org.muletwilio.internal.callback.idempotency.SingleUse;
import org.muletwilio.internal.callback.idempotency.StatusAnswerCache;
import org.muletwilio.internal.callback.idempotency.WholeAnswerCache;
import org.muletwilio.internal.callback.lifecycle.StartedParts;
import org.muletwilio.internal.callback.lifecycle.StopSteps;
import org.muletwilio.internal.callback.schedule.BoundedExecutor;
import org.muletwilio.internal.callback.schedule.Deadlines;
import org.muletwilio.internal.callback.schedule.HandOver;
import org.muletwilio.internal.callback.schedule.SteadyClock;
import org.muletwilio.internal.callback.store.CallbackStores;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import javax.inject.Inject;

/** Makes what runs the flows of callbacks. One for each application, made by registry-bootstrap.properties. */
public class CallbackRunnerFactory {

  /** Callbacks at the least, some 85 bytes each; there may be twice as many. */
  private static final int LEAST_STATUSES = 50_000;
  /** The last ones that a state is remembered among, and for how long: as long as one can serve. */
  private static final int LEAST_STATES = 50_000;
  /** How long the state of an authorization may serve. */
  public static final long LONGEST_STATE_MILLIS = HOURS.toMillis(1);
  /** Up to 64 KiB each. */
  private static final int MOST_ANSWERS = 1_000;
  /** Threads that wait for the object store of a config. A callback has some five steps for it to take. */
  private static final int MOST_STORE_THREADS = 32;
  private static final int MOST_WAITING_FOR_STORE = 2_000;
  /** So many may wait for a flow that has no room, or half of maxConcurrency: what is left serves the other flows. */
  private static final int LEAST_QUEUED = 16;

  @Inject @jakarta.inject.Inject
  private SchedulerService schedulers;

  @Inject @jakarta.inject.Inject
  private CallbackStores stores;

  /**
   * @param config the config's name
   * @param settings how callbacks are processed
   * @param flows runs flows
   * @return the runner; it must be stopped
   * @throws MuleException if the object store can't be had, saying why
   */
  public CallbackRunner of(String config, ProcessingSettings settings, FlowDispatcher flows) throws MuleException {
    boolean remembers = settings.getDuplicates() != DuplicateHandling.PASS;
    Optional<ObjectStore<String>> store = remembers && settings.getObjectStore().isPresent()
        ? Optional.of(stores.ofClaims(config, settings.getObjectStore().get())) : Optional.empty();
    try (StartedParts parts = new StartedParts()) {
      Scheduler io = parts.add(schedulers.ioScheduler(config().withName("twilio-callback-runs-" + config)
          .withShutdownTimeout(0, MILLISECONDS)), Scheduler::stop);
      Scheduler timer = parts.add(schedulers.cpuLightScheduler(config().withName("twilio-deadlines-" + config)
          .withShutdownTimeout(0, MILLISECONDS)), Scheduler::stop);
      return parts.ownedBy(runner(config, settings, flows, store, io, timer));
    }
  }

  private CallbackRunner runner(String config, ProcessingSettings settings, FlowDispatcher flows,
                                Optional<ObjectStore<String>> store, Scheduler io, Scheduler timer) {
    BoundedExecutor storeThreads = new BoundedExecutor(io, MOST_STORE_THREADS, MOST_WAITING_FOR_STORE);
    Runnable stop = () -> StopSteps.takeAll(storeThreads::stop, io::stop, timer::stop);
    Deadlines deadlines = new Deadlines(System::nanoTime, io);
    deadlines.start(timer);
    int mostQueued = Math.max(LEAST_QUEUED, settings.getMaxConcurrency() / 2);
    CallbackWaits waits = new CallbackWaits(config, deadlines, settings.getFlowTimeoutMillis(), settings.isAsync(),
                                            new BackPressure(config, mostQueued, deadlines, io, System::nanoTime));
    IdempotentReceiver states =
        inMemory(new StatusAnswerCache(LONGEST_STATE_MILLIS, LEAST_STATES, MONOTONIC_MILLIS), deadlines);
    if (settings.getDuplicates() == DuplicateHandling.PASS) {
      return new CallbackRunner(flows, waits, IdempotentReceiver.PASS, IdempotentReceiver.PASS, new SingleUse(states), stop);
    }
    long window = settings.getDuplicateWindowMillis();
    IdempotentReceiver statuses = inMemory(new StatusAnswerCache(window, LEAST_STATUSES, MONOTONIC_MILLIS), deadlines);
    IdempotentReceiver requests = inMemory(new WholeAnswerCache(window, MOST_ANSWERS, MONOTONIC_MILLIS), deadlines);
    if (!store.isPresent()) {
      return new CallbackRunner(flows, waits, statuses, requests, new SingleUse(states), stop);
    }
    ClaimKeeper claims = claims(config, settings, store.get(), storeThreads, deadlines);
    Executor runs = HandOver.orReject(io);
    return new CallbackRunner(flows, waits, new ObjectStoreIdempotentReceiver(claims, statuses, runs), requests,
                              new SingleUse(new ObjectStoreIdempotentReceiver(claims, states, runs)), stop);
  }

  private ClaimKeeper claims(String config, ProcessingSettings settings, ObjectStore<String> store, Executor storeThreads,
                             Deadlines deadlines) {
    String prefix = "twilio/" + config + "/";
    ClaimTimes times = new ClaimTimes(settings.getFlowTimeoutMillis());
    ClaimWatch watch = new ClaimWatch(times.getLease(), MONOTONIC_MILLIS);
    String process = UUID.randomUUID().toString();
    AtomicLong number = new AtomicLong();
    LongSupplier clock = new SteadyClock();
    Claims claims = new Claims(store, prefix, watch, () -> process + "-" + number.incrementAndGet(), clock);
    new ClaimExpiry(store, prefix, claims, settings.getDuplicateWindowMillis(), clock, storeThreads, deadlines)
        .start(times.getRenewal());
    return new ClaimKeeper(config, claims, stores.getLocks(), storeThreads, deadlines, times);
  }

  private static IdempotentReceiver inMemory(AnswerCache answers, Deadlines deadlines) {
    return new InMemoryIdempotentReceiver(answers, deadlines, CallbackWaits.LONGEST_ANSWER_MILLIS);
  }
}
