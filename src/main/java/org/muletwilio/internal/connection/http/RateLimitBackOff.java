package org.muletwilio.internal.connection.http;

import static java.lang.Math.min;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/** The waits before one request, which Twilio answered with 429 and so did not process, is sent again. */
final class RateLimitBackOff {

  static final int TOO_MANY_REQUESTS = 429;
  static final int MOST_ATTEMPTS = 5;

  private static final long FIRST_DELAY_MILLIS = 100;
  private static final long LONGEST_SECONDS = 24 * 60 * 60;

  private final LongSupplier millis;
  private final boolean repeats;
  private final long end;
  private int attempts;

  /**
   * @param budgetMillis how long the request may take from now on with all its waits; 0 for no repeats
   * @param millis the time in milliseconds, which never goes back
   */
  RateLimitBackOff(long budgetMillis, LongSupplier millis) {
    this.millis = millis;
    this.repeats = budgetMillis > 0;
    this.end = millis.getAsLong() + budgetMillis;
  }

  /**
   * @param retryAfter the Retry-After of the answer
   * @return after how many milliseconds to send the request again, or empty where it has been sent often or long enough
   */
  OptionalLong next(Optional<String> retryAfter) {
    attempts++;
    long delay = delayMillis(attempts, retryAfter);
    boolean again = repeats && attempts < MOST_ATTEMPTS && millis.getAsLong() + delay <= end;
    return again ? OptionalLong.of(delay) : OptionalLong.empty();
  }

  /** Twilio's own wish first, else 100 ms, doubled each time, give or take a tenth. */
  private static long delayMillis(int attempt, Optional<String> retryAfter) {
    return retryAfter.flatMap(RateLimitBackOff::seconds).map(seconds -> 1000 * min(seconds, LONGEST_SECONDS)).orElseGet(() -> {
      long usual = FIRST_DELAY_MILLIS << attempt - 1;
      return usual + ThreadLocalRandom.current().nextLong(-usual / 10, usual / 10 + 1);
    });
  }

  private static Optional<Long> seconds(String retryAfter) {
    try {
      return Optional.of(Long.parseLong(retryAfter.trim())).filter(seconds -> seconds >= 0);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
