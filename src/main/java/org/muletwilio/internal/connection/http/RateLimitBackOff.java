package org.muletwilio.internal.connection.http;

import static java.lang.Math.min;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The waits before one request, which Twilio answered with 429 and so did not process, is sent again. */
final class RateLimitBackOff {

  static final int TOO_MANY_REQUESTS = 429;
  static final int MOST_ATTEMPTS = 5;

  private static final long FIRST_DELAY_MILLIS = 100;
  private static final long LONGEST_SECONDS = 24 * 60 * 60;

  private final Time time;
  private final long end;
  private int attempts;

  /**
   * @param budgetMillis how long the request may take from now on with all its waits
   * @param time by which to wait
   */
  RateLimitBackOff(long budgetMillis, Time time) {
    this.time = time;
    this.end = time.millis() + budgetMillis;
  }

  /**
   * @param retryAfter the Retry-After of the answer
   * @return whether to send the request again, now that the wait is over
   */
  boolean await(Optional<String> retryAfter) {
    attempts++;
    long delay = delayMillis(attempts, retryAfter);
    if (attempts >= MOST_ATTEMPTS || time.millis() + delay > end) {
      return false;
    }
    try {
      time.sleep(delay);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
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
