package org.muletwilio.internal.callback;

import org.mule.runtime.api.store.ObjectAlreadyExistsException;
import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.api.store.ObjectStoreException;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers in an object store which callbacks have run their flow, so that it holds over restarts and workers. What this process
 * answered itself is remembered in front of it.
 */
final class RepeatsInObjectStore implements Repeats {

  private static final Logger LOGGER = LoggerFactory.getLogger(RepeatsInObjectStore.class);

  private static final String DONE = "done";
  /** Twilio waits for 15 seconds at most: a run that began so long ago has died with its process. */
  private static final long ABANDONED_MILLIS = 5 * 60 * 1000L;

  private final ObjectStore<String> store;
  private final String prefix;
  private final Repeats inFront;
  private final LongSupplier clock;

  /**
   * @param store keeps what has run
   * @param prefix tells this config's keys from others'
   * @param inFront what this process remembers
   * @param clock tells the time in milliseconds
   */
  RepeatsInObjectStore(ObjectStore<String> store, String prefix, Repeats inFront, LongSupplier clock) {
    this.store = store;
    this.prefix = prefix;
    this.inFront = inFront;
    this.clock = clock;
  }

  @Override
  public CompletableFuture<CallbackAnswer> once(CallbackIdentity identity, Supplier<CompletableFuture<CallbackAnswer>> run) {
    return inFront.once(identity, () -> identity.getEvent().map(event -> claimed(prefix + event, run)).orElseGet(run));
  }

  private CompletableFuture<CallbackAnswer> claimed(String event, Supplier<CompletableFuture<CallbackAnswer>> run) {
    try {
      Optional<CallbackAnswer> before = claim(event);
      if (before.isPresent()) {
        return CompletableFuture.completedFuture(before.get());
      }
    } catch (ObjectStoreException e) {
      LOGGER.warn("The object store can't be asked whether a callback has come before; its flow runs, perhaps again: {}",
                  e.getMessage());
      return run.get();
    }
    return run.get().thenApply(answer -> {
      remember(event, answer);
      return answer;
    });
  }

  /** @return the answer to a callback that another run has, or empty where this one has it now */
  private Optional<CallbackAnswer> claim(String event) throws ObjectStoreException {
    try {
      store.store(event, String.valueOf(clock.getAsLong()));
      return Optional.empty();
    } catch (ObjectAlreadyExistsException e) {
      String since = store.retrieve(event);
      if (DONE.equals(since)) {
        return Optional.of(CallbackAnswer.DONE);
      }
      if (clock.getAsLong() - Long.parseLong(since) < ABANDONED_MILLIS) {
        return Optional.of(CallbackAnswer.FLOW_UNAVAILABLE);
      }
      replace(event, String.valueOf(clock.getAsLong()));
      return Optional.empty();
    }
  }

  private void remember(String event, CallbackAnswer answer) {
    try {
      if (answer.isSuccess()) {
        replace(event, DONE);
      } else {
        store.remove(event);
      }
    } catch (ObjectStoreException e) {
      LOGGER.warn("The object store can't remember a callback; a repeat may run its flow again: {}", e.getMessage());
    }
  }

  private void replace(String event, String value) throws ObjectStoreException {
    store.remove(event);
    store.store(event, value);
  }
}
