package org.muletwilio.internal.operation;

import static org.muletwilio.internal.operation.Validation.requireThat;

import java.util.concurrent.TimeUnit;

/** Durations that a user gives as value and unit, in the seconds that Twilio expects. */
public final class DurationSeconds {

  private DurationSeconds() {}

  /**
   * @param operation the operation's name in XML, for messages
   * @param parameter the duration's name in XML
   * @param value the duration, or null
   * @param unit its unit
   * @param least the fewest seconds that Twilio takes
   * @param most the most seconds that Twilio takes
   * @return the seconds, or null
   */
  public static Integer of(String operation, String parameter, Integer value, TimeUnit unit, int least, int most) {
    if (value == null) {
      return null;
    }
    long seconds = unit.toSeconds(value);
    requireThat(seconds >= least && seconds <= most, operation, parameter + " is " + value + " " + unit + ": Twilio takes "
        + (most == Integer.MAX_VALUE ? least + " or more seconds" : least + " to " + most + " seconds"));
    return (int) seconds;
  }
}
