package org.muletwilio.internal.callback.claim;

import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.api.store.ObjectStoreException;

import org.muletwilio.internal.callback.codec.SafeLogger;
import org.muletwilio.internal.callback.store.StoreEntries;

import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Gives the right to run an event's flow to one of many nodes, by the entries of an object store alone. All methods wait for the
 * store.
 *
 * <p>An object store can't replace an entry, its <code>store</code> may be a check and then a write, with writes of others
 * between them, and a process may die between any two steps. So a claim has two entries. Whoever wants it stores a token as the
 * first entry, then as the second one, and has it if the first one is still its own: of any number of nodes that finds one at
 * most, as long as a node reads what another has written. Whoever is too late for the second entry removes its own first one;
 * whoever finds another first entry leaves the second one, since the other may have the claim. Only the owner removes the second
 * entry: when its flow has failed, or, once it is stored that the flow is done, when it has succeeded.
 *
 * <p>A claim that nobody renews is abandoned ({@link ClaimWatch}). It is never removed: the next claim has the next number. A
 * process that was paused for so long that another one may have the next claim leaves its own as it is. One case remains: a
 * process that is paused for the whole lease while its flow runs. Then the flow also runs elsewhere.
 */
public final class Claims {

  private static final SafeLogger LOGGER = SafeLogger.of(Claims.class);
  /** Each is a process that died while it ran the flow. */
  private static final int MOST_ABANDONED = 100;

  private final StoreEntries entries;
  private final StoreKeys keys;
  private final ClaimWatch watch;
  private final Supplier<String> tokens;
  private final LongSupplier wallClock;

  /**
   * @param store keeps the entries
   * @param prefix with which all keys begin; it tells those of this config from others'
   * @param watch knows which claims were abandoned
   * @param tokens gives texts that nobody else has, in any process
   * @param wallClock tells the time in milliseconds, for the age of entries alone
   */
  public Claims(ObjectStore<String> store, String prefix, ClaimWatch watch, Supplier<String> tokens, LongSupplier wallClock) {
    this.entries = new StoreEntries(store);
    this.keys = new StoreKeys(prefix);
    this.watch = watch;
    this.tokens = tokens;
    this.wallClock = wallClock;
  }

  /** @return the right to run the event's flow, or why there is none */
  ClaimResult acquire(String event) throws ObjectStoreException {
    String key = keys.of(event);
    for (int number = 0; number <= MOST_ABANDONED; number++) {
      Claim claim = new Claim(key, number, token(), watch.now());
      if (isTaken(claim)) {
        return confirmed(claim);
      }
      if (isDone(claim)) {
        return ClaimResult.DONE;
      }
      if (!isAbandoned(claim)) {
        return ClaimResult.HELD;
      }
    }
    return ClaimResult.HELD;
  }

  /** Takes the claim, or clears away what the attempt left. */
  private boolean isTaken(Claim claim) throws ObjectStoreException {
    try {
      if (!entries.add(claim.getAskedKey(), claim.getToken())) {
        return false;
      }
      if (!entries.add(claim.getTakenKey(), claim.getToken())) {
        removeOwn(claim, claim.getAskedKey());
        return false;
      }
      return entries.find(claim.getAskedKey()).filter(claim.getToken()::equals).isPresent();
    } catch (ObjectStoreException | RuntimeException | Error e) {
      giveBack(claim);
      throw e;
    }
  }

  /** Looks again: the flow may have succeeded, and its claim have gone, before this one was taken. */
  private ClaimResult confirmed(Claim claim) throws ObjectStoreException {
    try {
      if (isDone(claim)) {
        release(claim);
        return ClaimResult.DONE;
      }
      return ClaimResult.granted(claim);
    } catch (ObjectStoreException | RuntimeException | Error e) {
      giveBack(claim);
      throw e;
    }
  }

  /**
   * Shows that the claim's owner lives.
   *
   * @param time how often it was renewed before
   */
  void renew(Claim claim, int time) throws ObjectStoreException {
    long now = watch.now();
    String beat = claim.getBeatKey(time % 2);
    claim.renewing();
    entries.remove(beat);
    entries.add(beat, token());
    // unless the store has forgotten them, these are there
    entries.add(claim.getTakenKey(), claim.getToken());
    entries.add(claim.getAskedKey(), claim.getToken());
    claim.renewed(now);
  }

  /** Stores that the flow has succeeded: nobody runs it again. */
  void done(Claim claim) throws ObjectStoreException {
    entries.add(StoreKeys.doneKey(claim.getEvent()), StoreKeys.withTime("", wallClock.getAsLong()));
  }

  /** Takes away what is of no use once the event is done. */
  void clear(Claim claim) throws ObjectStoreException {
    for (Optional<Claim> each = Optional.of(claim); each.isPresent(); each = each.get().getBefore()) {
      for (String key : each.get().getKeys()) {
        entries.remove(key);
      }
    }
  }

  /** Lets others run the flow. */
  void release(Claim claim) throws ObjectStoreException {
    for (String key : claim.getKeys()) {
      removeIfSafe(claim, key);
    }
  }

  /**
   * @param key of an event
   * @return whether all claims of it were abandoned
   */
  boolean areAbandoned(String key) throws ObjectStoreException {
    boolean all = true;
    for (int number = 0; number <= MOST_ABANDONED; number++) {
      Claim claim = new Claim(key, number, "", 0);
      if (!entries.find(claim.getTakenKey()).isPresent() && !entries.find(claim.getAskedKey()).isPresent()) {
        return all;
      }
      all &= isAbandoned(claim);
    }
    return all;
  }

  private boolean isDone(Claim claim) throws ObjectStoreException {
    return entries.contains(StoreKeys.doneKey(claim.getEvent()));
  }

  /** A claim that is gone is free again, but for the next who asks. */
  private boolean isAbandoned(Claim claim) throws ObjectStoreException {
    Optional<String> owner = entries.find(claim.getTakenKey());
    if (!owner.isPresent()) {
      owner = entries.find(claim.getAskedKey());
    }
    String beats = entries.find(claim.getBeatKey(0)).orElse("-") + " " + entries.find(claim.getBeatKey(1)).orElse("-");
    return owner.isPresent() && watch.isAbandoned(claim.getAskedKey(), owner.get() + " " + beats);
  }

  /** The store failed in the middle: nobody knows what it has done. If it goes on failing, the claim is abandoned. */
  private void giveBack(Claim claim) {
    try {
      if (entries.find(claim.getAskedKey()).filter(claim.getToken()::equals).isPresent()) {
        removeOwn(claim, claim.getTakenKey());
        removeIfSafe(claim, claim.getAskedKey());
      }
    } catch (ObjectStoreException | RuntimeException | Error e) {
      LOGGER.debug("Claim {} stays until it is abandoned", claim.getAskedKey(), e);
    }
  }

  private String token() {
    return StoreKeys.withTime(tokens.get(), wallClock.getAsLong());
  }

  private void removeOwn(Claim claim, String key) throws ObjectStoreException {
    if (entries.find(key).filter(claim.getToken()::equals).isPresent()) {
      removeIfSafe(claim, key);
    }
  }

  private void removeIfSafe(Claim claim, String key) throws ObjectStoreException {
    if (watch.isSafe(claim)) {
      entries.remove(key);
    }
  }
}
