package org.muletwilio.internal.callback;

import org.muletwilio.internal.callback.codec.LogRateLimiter;
import org.muletwilio.internal.callback.codec.SafeLogger;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Logs the requests that one config's endpoint refuses: the first of each kind in full, and then one a minute with the number of
 * those left out. The debug level has all of them.
 */
final class RefusalLog {

  private static final SafeLogger LOGGER = SafeLogger.of(RefusalLog.class);

  private final String config;
  private final Map<Refusal, LogRateLimiter> limits = new EnumMap<>(Refusal.class);

  /** @param config the config's name */
  RefusalLog(String config) {
    this(config, System::nanoTime);
  }

  /**
   * @param config the config's name
   * @param nanos tells the time in nanoseconds
   */
  RefusalLog(String config, LongSupplier nanos) {
    this.config = config;
    for (Refusal refusal : Refusal.values()) {
      limits.put(refusal, new LogRateLimiter(nanos));
    }
  }

  /**
   * @param refusal its kind
   * @param text what was refused and why; asked for only where it is written
   */
  void add(Refusal refusal, Supplier<String> text) {
    OptionalLong leftOut = limits.get(refusal).admit();
    if (!leftOut.isPresent()) {
      if (LOGGER.isDebugEnabled()) {
        LOGGER.debug("Config '{}' refused {}", config, text.get());
      }
    } else if (leftOut.getAsLong() == 0) {
      LOGGER.warn("Config '{}' refused {}", config, text.get());
    } else {
      LOGGER.warn("Config '{}' refused {}. Before it, {} more {} were refused", config, text.get(), leftOut.getAsLong(),
                  refusal.getRequests());
    }
  }

  /** Tells how many were refused since the last warning. */
  void close() {
    limits.forEach((refusal, limit) -> {
      long leftOut = limit.takeLeftOut();
      if (leftOut > 0) {
        LOGGER.warn("Config '{}' refused {} more {}", config, leftOut, refusal.getRequests());
      }
    });
  }
}
