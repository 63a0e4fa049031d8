package org.muletwilio.internal.callback.idempotency;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import org.mule.runtime.api.store.ObjectAlreadyExistsException;
import org.mule.runtime.api.store.ObjectDoesNotExistException;
import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.api.store.ObjectStoreException;

import org.muletwilio.internal.callback.codec.SafeLogger;
import org.muletwilio.internal.callback.content.CallbackAnswer;

import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Remembers in an object store which callbacks have run their flow, so that it holds over restarts and workers. What this process
 * answered itself is remembered in front of it.
 *
 * <p>An object store can't replace an entry, and a process may die between any two steps. So no entry is ever replaced: a run
 * first stores a claim, which succeeds for one of all workers alone, and then, beside it, that it is done. A claim is taken away
 * only when its run has failed; one whose process has died is followed by another claim with the next number.
 */
public final class ObjectStoreIdempotentReceiver implements IdempotentReceiver {

  /** Twilio waits for 15 seconds at most: a run that began so long ago has died with its process. */
  static final long ABANDONED_MILLIS = 5 * 60 * 1000L;

  private static final SafeLogger LOGGER = SafeLogger.of(ObjectStoreIdempotentReceiver.class);

  private static final String DONE = "#done";

  private final ObjectStore<String> store;
  private final String prefix;
  private final IdempotentReceiver inFront;
  private final LongSupplier clock;

  /**
   * @param store keeps what has run
   * @param prefix tells this config's keys from others'
   * @param inFront what this process remembers
   * @param clock tells the time in milliseconds
   */
  public ObjectStoreIdempotentReceiver(ObjectStore<String> store, String prefix, IdempotentReceiver inFront, LongSupplier clock) {
    this.store = store;
    this.prefix = prefix;
    this.inFront = inFront;
    this.clock = clock;
  }

  @Override
  public FlowRun once(IdempotencyKey identity, Supplier<FlowRun> run) {
    return inFront.once(identity, () -> identity.getEvent().map(event -> claimed(prefix + event, run)).orElseGet(run));
  }

  private FlowRun claimed(String event, Supplier<FlowRun> run) {
    Optional<String> claim;
    try {
      claim = claim(event);
      if (!claim.isPresent()) {
        return FlowRun.ended(store.contains(event + DONE) ? CallbackAnswer.DONE : CallbackAnswer.FLOW_UNAVAILABLE);
      }
    } catch (ObjectStoreException | RuntimeException e) {
      LOGGER.warn("The object store can't be asked whether a callback has come before; its flow runs, perhaps again: {}",
                  e.getMessage());
      return run.get();
    }
    FlowRun begun = run.get();
    begun.getLateEnd().thenAccept(answer -> {
      if (answer.isSuccess()) {
        remember(event, claim.get(), answer);
      }
    });
    return FlowRun.of(begun.getEnd().thenApply(answer -> {
      remember(event, claim.get(), answer);
      return answer;
    }), begun.getLateEnd());
  }

  /** @return the key of the claim that this run has now, or empty where another run is done or goes on */
  private Optional<String> claim(String event) throws ObjectStoreException {
    int number = 0;
    while (true) {
      String claim = event + "#" + number;
      try {
        store.store(claim, String.valueOf(clock.getAsLong()));
        return Optional.of(claim);
      } catch (ObjectAlreadyExistsException e) {
        if (store.contains(event + DONE) || !isAbandoned(claim)) {
          return Optional.empty();
        }
        number++;
      }
    }
  }

  private boolean isAbandoned(String claim) throws ObjectStoreException {
    try {
      return clock.getAsLong() - Long.parseLong(store.retrieve(claim)) >= ABANDONED_MILLIS;
    } catch (ObjectDoesNotExistException e) {
      LOGGER.debug("The run with claim {} has failed just now; Twilio repeats the callback", claim, e);
      return false;
    }
  }

  private void remember(String event, String claim, CallbackAnswer answer) {
    try {
      if (answer.isSuccess()) {
        store.store(event + DONE, DONE);
      } else {
        store.remove(claim);
      }
    } catch (ObjectStoreException | RuntimeException e) {
      LOGGER.warn("The object store can't remember how the flow of a callback ended ({}); a repeat may run it again, or wait for "
          + "{} minutes: {}", answer.isSuccess() ? "well" : "badly", MILLISECONDS.toMinutes(ABANDONED_MILLIS), e.getMessage());
    }
  }
}
