package org.muletwilio.internal.callback.idempotency;

import org.muletwilio.internal.callback.content.CallbackAnswer;

import java.util.Optional;
import java.util.function.LongSupplier;

/** Remembers which statuses have run their flow. The answer is the same for all, so that none has to be kept. */
public final class StatusAnswerCache implements AnswerCache {

  private final FingerprintCache done;

  /**
   * @param windowMillis how long a status is remembered
   * @param least how many of the last ones are remembered at the least
   * @param clock tells the time in milliseconds
   */
  public StatusAnswerCache(long windowMillis, int least, LongSupplier clock) {
    this.done = new FingerprintCache(windowMillis, least, clock);
  }

  @Override
  public Optional<CallbackAnswer> find(String key) {
    return done.find(key).isPresent() ? Optional.of(CallbackAnswer.DONE) : Optional.empty();
  }

  @Override
  public void keep(String key, CallbackAnswer answer) {
    done.keep(key, 0);
  }
}
