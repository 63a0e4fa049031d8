package org.muletwilio.internal.callback.reconciliation;

import static java.lang.Math.max;
import static java.lang.Math.min;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.pending.PendingStatus;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * When an awaited status is looked up, and when it is given up.
 *
 * <p>The first look-up comes after the configured time, each further one after as long again as the status has been awaited by
 * then, so that the intervals double, up to six hours. Where Twilio or the flow fails, the next try comes after a minute at the
 * most, and then after twice the time with each failure, up to six hours too. All intervals are a tenth longer or shorter at
 * random, so that look-ups that began together spread out.
 */
final class LookUpSchedule {

  static final long LONGEST_INTERVAL_MILLIS = TimeUnit.HOURS.toMillis(6);
  /** Twilio takes no message that is to be sent later than this. */
  static final long LONGEST_SCHEDULED_MILLIS = TimeUnit.DAYS.toMillis(35);
  /** However old a status is, its flow is tried so often by a process before that is given up. */
  static final int LEAST_RUNS = 5;

  private static final long LONGEST_FIRST_RETRY_MILLIS = TimeUnit.MINUTES.toMillis(1);
  private static final long LONGEST_ADOPTION_MILLIS = TimeUnit.SECONDS.toMillis(30);
  private static final long SHORTEST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = TimeUnit.SECONDS.toMillis(1);
  private static final long SHORTEST_SCAN_PAUSE_MILLIS = TimeUnit.SECONDS.toMillis(1);
  private static final long LONGEST_SCAN_PAUSE_MILLIS = TimeUnit.MINUTES.toMillis(5);
  private static final double JITTER = 0.1;

  private final long afterMillis;
  private final long giveUpAfterMillis;
  private final LongSupplier clock;
  private final DoubleSupplier random;

  /**
   * @param afterMillis after how long without a last status it is looked up
   * @param giveUpAfterMillis how long it is awaited
   * @param clock tells the time in milliseconds
   * @param random gives numbers from 0 to 1
   */
  LookUpSchedule(long afterMillis, long giveUpAfterMillis, LongSupplier clock, DoubleSupplier random) {
    this.afterMillis = afterMillis;
    this.giveUpAfterMillis = giveUpAfterMillis;
    this.clock = clock;
    this.random = random;
  }

  long nowMillis() {
    return clock.getAsLong();
  }

  /** @return after how long a status that is awaited from now on is looked up */
  long getAfterMillis() {
    return afterMillis;
  }

  /** @return how long to pause before the next look at what is due, which costs nothing where nothing is */
  long pauseMillis() {
    return min(max(afterMillis / 4, SHORTEST_PAUSE_MILLIS), LONGEST_PAUSE_MILLIS);
  }

  /** @return how long to pause before the next look at what other processes have stored */
  long scanPauseMillis() {
    return min(max(afterMillis, SHORTEST_SCAN_PAUSE_MILLIS), LONGEST_SCAN_PAUSE_MILLIS);
  }

  /** @return when to look up again what is awaited since then */
  long nextMillis(long sinceMillis) {
    return fromNow(min(max(nowMillis() - sinceMillis, afterMillis), longestInterval()));
  }

  /** @return when to try again what has failed so often, from 1 */
  long retryMillis(int failures) {
    long first = min(afterMillis, LONGEST_FIRST_RETRY_MILLIS);
    return fromNow(min(first << min(failures - 1, Integer.SIZE - 2), longestInterval()));
  }

  /**
   * A random while after it is due, so that the node that knows it better, or one of those that start together, is first. What is
   * due later than any interval lasts was stored by a process whose clock was ahead.
   *
   * @return when to look up what another process has stored
   */
  long adoptionMillis(long dueMillis) {
    long latest = nowMillis() + (long) (longestInterval() * (1 + JITTER));
    return min(max(dueMillis, nowMillis()), latest) + (long) (random.getAsDouble() * longestAdoption());
  }

  /** @return how long after it is due a status is looked up by a process that has not stored it, at the latest */
  long longestAdoption() {
    return min(afterMillis / 2, LONGEST_ADOPTION_MILLIS);
  }

  /** @return whether a status that is not the last is awaited no longer: since it was sent, if that was to be later */
  boolean isOver(PendingStatus pending, FetchedStatus fetched) {
    boolean scheduled = pending.getStatus().getKind() == CallbackKind.MESSAGE_STATUS
        && fetched.getStatus(pending.getStatus().getKind()).equals(Optional.of("scheduled"));
    return ageMillis(pending, fetched) >= giveUpAfterMillis + (scheduled ? LONGEST_SCHEDULED_MILLIS : 0);
  }

  /** @return whether a last status is known for so long, and its flow has failed so often, that it is not tried again */
  boolean isOver(PendingStatus pending, FetchedStatus fetched, int failures) {
    return failures >= LEAST_RUNS && ageMillis(pending, fetched) >= giveUpAfterMillis;
  }

  /** @return whether a status that can't be looked up is awaited no longer; nobody knows when the message was to be sent */
  boolean isOver(PendingStatus pending) {
    return nowMillis() - pending.getSinceMillis() >= giveUpAfterMillis
        + (pending.getStatus().getKind() == CallbackKind.MESSAGE_STATUS ? LONGEST_SCHEDULED_MILLIS : 0);
  }

  private long ageMillis(PendingStatus pending, FetchedStatus fetched) {
    return nowMillis() - max(pending.getSinceMillis(), fetched.getBegunMillis().orElse(Long.MIN_VALUE));
  }

  private long longestInterval() {
    return max(afterMillis, LONGEST_INTERVAL_MILLIS);
  }

  private long fromNow(long millis) {
    return nowMillis() + (long) (millis * (1 - JITTER + 2 * JITTER * random.getAsDouble()));
  }
}
