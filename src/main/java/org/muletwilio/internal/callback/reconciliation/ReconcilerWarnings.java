package org.muletwilio.internal.callback.reconciliation;

import org.muletwilio.internal.callback.codec.LogRateLimiter;
import org.muletwilio.internal.callback.codec.SafeLogger;
import org.muletwilio.internal.callback.pending.AwaitedStatus;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Logs what goes wrong with awaited statuses: each problem at once, and then once a minute with the number of those left out.
 */
final class ReconcilerWarnings {

  private static final SafeLogger LOGGER = SafeLogger.of(ReconcilerWarnings.class);

  /** What may go wrong, and what that means. */
  enum Problem {

    IN_MEMORY_ALONE("can't store that the status of {} is awaited, and awaits it in memory alone, until a restart: {}"),
    NOT_AWAITED("does not await the status of {}, and will not look it up: {}"),
    LATE("has not stored yet that the status of {} is awaited: {}"),
    NOT_REMOVED("can't remove from its object store that the status of {} is awaited, and may look it up again: {}"),
    NOT_CLAIMED("can't ask its object store for what is awaited of {}, and will try again: {}"),
    NOT_LISTED("can't list what its object store awaits, and will try again: {}{}"),
    NOT_LOOKED_UP("can't look up the status of {}, and will try again: {}"),
    FLOW_FAILED("has looked up the last status of {}, and will look again, since {}"),
    GIVEN_UP("gives up on the last status of {}: {}");

    private final String text;
    private final String lineAfterMany;

    Problem(String text) {
      this.text = "Config '{}' " + text;
      this.lineAfterMany = this.text + " ({} more like this before)";
    }
  }

  private final String config;
  private final Map<Problem, LogRateLimiter> limits = new EnumMap<>(Problem.class);

  /**
   * @param config the config's name
   * @param nanos tells the time in nanoseconds
   */
  ReconcilerWarnings(String config, LongSupplier nanos) {
    this.config = config;
    for (Problem each : Problem.values()) {
      limits.put(each, new LogRateLimiter(nanos));
    }
  }

  /**
   * @param problem what goes wrong
   * @param status with which awaited status
   * @param reason why
   */
  void add(Problem problem, AwaitedStatus status, Throwable reason) {
    add(problem, status, reason.getMessage() == null ? reason.toString() : reason.getMessage());
  }

  /**
   * @param problem what goes wrong
   * @param status with which awaited status
   * @param reason why
   */
  void add(Problem problem, AwaitedStatus status, String reason) {
    write(problem, status.getSid(), reason);
  }

  /** @param reason why the object store can't tell what it has */
  void addNotListed(Throwable reason) {
    write(Problem.NOT_LISTED, "", reason.toString());
  }

  private void write(Problem problem, String sid, String reason) {
    OptionalLong leftOut = limits.get(problem).admit();
    if (!leftOut.isPresent()) {
      LOGGER.debug(problem.text, config, sid, reason);
    } else if (leftOut.getAsLong() == 0) {
      LOGGER.warn(problem.text, config, sid, reason);
    } else {
      LOGGER.warn(problem.lineAfterMany, config, sid, reason, leftOut.getAsLong());
    }
  }
}
