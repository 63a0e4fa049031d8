package org.muletwilio.testkit.launcher.option;

import org.muletwilio.testkit.project.UsageException;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the values of options. */
final class Values {

  private static final Pattern DURATION = Pattern.compile("(\\d{1,8})(ms|s|m)?");

  private Values() {}

  /**
   * @throws UsageException if it isn't a number from least to most
   */
  static int number(LauncherOption option, String value, int least, int most) {
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new UsageException(option.option() + " is '" + value + "': it is a number from " + least + " to " + most);
  }

  /**
   * @param value such as 500ms, 3s or 2m; seconds without a unit
   * @throws UsageException if it isn't a duration, or none at all
   */
  static Duration duration(LauncherOption option, String value) {
    Matcher parts = DURATION.matcher(value);
    if (!parts.matches() || Long.parseLong(parts.group(1)) == 0) {
      throw new UsageException(option.option() + " is '" + value + "': it is a duration such as 500ms, 3s or 2m");
    }
    long amount = Long.parseLong(parts.group(1));
    return switch (parts.group(2) == null ? "s" : parts.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "m" -> Duration.ofMinutes(amount);
      default -> Duration.ofSeconds(amount);
    };
  }
}
