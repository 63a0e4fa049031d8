package org.muletwilio.internal.callback.claim;

import org.mule.runtime.api.lock.LockFactory;
import org.mule.runtime.api.store.ObjectStoreException;

import org.muletwilio.internal.callback.codec.LogRateLimiter;
import org.muletwilio.internal.callback.codec.SafeLogger;
import org.muletwilio.internal.callback.schedule.Deadline;
import org.muletwilio.internal.callback.schedule.Deadlines;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Lock;

/**
 * Claims events for callers that must not wait: the store is asked on separate threads, and for no longer than an attempt may
 * take. No method fails. Thread-safe.
 */
public final class ClaimKeeper {

  private static final SafeLogger LOGGER = SafeLogger.of(ClaimKeeper.class);
  private static final String LOCK_PREFIX = "twilio/";

  private final String config;
  private final Claims claims;
  private final LockFactory locks;
  private final Executor storeThreads;
  private final Deadlines deadlines;
  private final ClaimTimes times;
  private final LogRateLimiter refusals = new LogRateLimiter(System::nanoTime);
  private final LogRateLimiter ends = new LogRateLimiter(System::nanoTime);

  /**
   * @param config the config's name, for the log
   * @param claims the claims
   * @param locks Mule's
   * @param storeThreads may wait for the store
   * @param deadlines end the waits
   * @param times how long these are
   */
  public ClaimKeeper(String config, Claims claims, LockFactory locks, Executor storeThreads, Deadlines deadlines,
                     ClaimTimes times) {
    this.config = config;
    this.claims = claims;
    this.locks = locks;
    this.storeThreads = storeThreads;
    this.deadlines = deadlines;
    this.times = times;
  }

  /**
   * @param event the key of what is to run its flow
   * @return the right to do so, for {@link #hold}, or why there is none
   */
  public CompletableFuture<ClaimResult> acquire(String event) {
    CompletableFuture<ClaimResult> result = new CompletableFuture<>();
    Deadline deadline = deadlines.after(times.getAttempt(), () -> {
      if (result.complete(ClaimResult.UNKNOWN)) {
        warnOfRefusal("has not answered within " + times.getAttempt() + " ms");
      }
    });
    try {
      storeThreads.execute(() -> acquire(event, result));
    } catch (RejectedExecutionException e) {
      warnOfRefusal("has too many requests waiting: " + e.getMessage());
      result.complete(ClaimResult.UNKNOWN);
    }
    result.whenComplete((known, failure) -> deadline.cancel());
    return result;
  }

  /** @return the claim, renewed from now on until its flow has ended */
  public HeldClaim hold(Claim claim) {
    return new HeldClaim(claim, claims, storeThreads, deadlines, times, what -> warn(ends, what));
  }

  private void acquire(String event, CompletableFuture<ClaimResult> result) {
    if (result.isDone()) {
      return;
    }
    try {
      ClaimResult found = acquireLocked(event);
      if (!result.complete(found) && found.getClaim().isPresent()) {
        claims.release(found.getClaim().get());
      }
    } catch (ObjectStoreException | RuntimeException | Error e) {
      LOGGER.debug("Config '{}' can't claim {}", config, event, e);
      warnOfRefusal("fails: " + e);
    } finally {
      // also after an error nobody waits until the deadline
      result.complete(ClaimResult.UNKNOWN);
    }
  }

  /** In a cluster of Mule's the lock holds for all nodes. Who has it asks for the same: the flow is about to run there. */
  private ClaimResult acquireLocked(String event) throws ObjectStoreException {
    Lock lock = locks.createLock(LOCK_PREFIX + config + "/" + event);
    if (!lock.tryLock()) {
      return ClaimResult.HELD;
    }
    try {
      return claims.acquire(event);
    } finally {
      unlock(lock);
    }
  }

  private static void unlock(Lock lock) {
    try {
      lock.unlock();
    } catch (RuntimeException e) {
      LOGGER.debug("A lock can't be released", e);
    }
  }

  private void warnOfRefusal(String reason) {
    warn(refusals, reason + ". Callbacks about statuses are answered 503 and run no flow");
  }

  private void warn(LogRateLimiter limit, String what) {
    limit.admit().ifPresent(leftOut -> LOGGER.warn("The object store of config '{}' {}{}", config, what,
                                                   leftOut == 0 ? "" : " (" + leftOut + " more like this before)"));
  }
}
