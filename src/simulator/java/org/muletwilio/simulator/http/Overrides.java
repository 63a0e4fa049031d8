package org.muletwilio.simulator.http;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * How a callback is sent: the connection overrides in its URL's fragment, or Twilio's defaults.
 *
 * @param connect the longest time to connect
 * @param read the longest time to wait for the answer
 * @param total the longest time for all attempts
 * @param retries how often a failed attempt is retried
 * @param retried the failures that are retried
 */
public record Overrides(Duration connect, Duration read, Duration total, int retries, Set<Retried> retried) {

  public static final Overrides DEFAULT =
      new Overrides(Duration.ofMillis(5000), Duration.ofMillis(15000), Duration.ofMillis(15000), 1, EnumSet.of(Retried.CONNECT));

  /** The outcomes of an attempt that decide about a retry. */
  public enum Retried {
    NONE, CONNECT, READ, STATUS_4XX, STATUS_5XX
  }

  /** Reads a fragment such as {@code rc=3&rp=5xx,ct}; what is unknown stays at its default. */
  public static Overrides parse(String fragment) {
    Overrides result = DEFAULT;
    for (String pair : fragment.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        result = result.with(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return result;
  }

  /** These, with a limit for all attempts together. */
  public Overrides within(Duration limit) {
    return new Overrides(connect, limit, limit, retries, retried);
  }

  private Overrides with(String name, String value) {
    try {
      return switch (name) {
        case "ct" -> new Overrides(millis(value, 10000), read, total, retries, retried);
        case "rt" -> new Overrides(connect, millis(value, 15000), total, retries, retried);
        case "tt" -> new Overrides(connect, read, millis(value, 15000), retries, retried);
        case "rc" -> new Overrides(connect, read, total, within(value, 0, 5), retried);
        case "rp" -> new Overrides(connect, read, total, retries, policies(value));
        default -> this;
      };
    } catch (NumberFormatException e) {
      return this;
    }
  }

  private static Duration millis(String value, int most) {
    return Duration.ofMillis(within(value, 100, most));
  }

  private static int within(String value, int least, int most) {
    return Math.max(least, Math.min(most, Integer.parseInt(value)));
  }

  private static Set<Retried> policies(String value) {
    Set<Retried> policies = EnumSet.noneOf(Retried.class);
    for (String policy : value.split(",")) {
      switch (policy) {
        case "ct" -> policies.add(Retried.CONNECT);
        case "rt" -> policies.add(Retried.READ);
        case "4xx" -> policies.add(Retried.STATUS_4XX);
        case "5xx" -> policies.add(Retried.STATUS_5XX);
        case "all" -> policies.addAll(EnumSet.complementOf(EnumSet.of(Retried.NONE)));
        default -> { }
      }
    }
    return policies;
  }
}
