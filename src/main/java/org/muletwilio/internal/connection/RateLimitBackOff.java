package org.muletwilio.internal.connection;

import static java.lang.Math.min;

import org.mule.runtime.http.api.domain.message.response.HttpResponse;

import java.util.concurrent.ThreadLocalRandom;

/** Waits before a request that Twilio answered with 429 is sent again. */
final class RateLimitBackOff {

  static final int TOO_MANY_REQUESTS = 429;

  private static final int MOST_ATTEMPTS = 5;
  private static final long FIRST_DELAY_MILLIS = 100;
  private static final long LONGEST_DELAY_MILLIS = 30_000;

  /**
   * @param attempt how often the request has been sent
   * @param answer what it was answered with
   * @return whether to send it again, now that the wait is over
   */
  boolean await(int attempt, HttpResponse answer) {
    long delay = delayMillis(attempt, answer.getHeaderValue("retry-after"));
    if (attempt >= MOST_ATTEMPTS || delay > LONGEST_DELAY_MILLIS) {
      return false;
    }
    try {
      Thread.sleep(delay);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Twilio's own wish first, else 100 ms, doubled each time, give or take a tenth. */
  static long delayMillis(int attempt, String retryAfter) {
    try {
      if (retryAfter != null) {
        return 1000 * Long.parseLong(retryAfter.trim());
      }
    } catch (NumberFormatException e) {
      // a date, which Twilio does not send: the usual delay serves
    }
    long usual = FIRST_DELAY_MILLIS << attempt - 1;
    return min(LONGEST_DELAY_MILLIS, usual + ThreadLocalRandom.current().nextLong(-usual / 10, usual / 10 + 1));
  }
}
