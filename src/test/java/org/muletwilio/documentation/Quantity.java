package org.muletwilio.documentation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How the documentation writes a number, with its unit where it has one: in milliseconds or bytes. */
final class Quantity {

  /** A number with a unit, as a sentence holds it. */
  static final Pattern MEASURED = Pattern.compile("(?<![\\w.,#-])\\d[\\d,]* (?:milliseconds|seconds?|minutes|hours|days|KiB|KB"
      + "|MiB|MB|bytes|bits|characters|fields|threads|requests|messages|operations|parameters)\\b");

  private static final Pattern WRITTEN = Pattern.compile("(\\d[\\d,]*|[a-z]+)(?: ?`?([a-zA-Z]+)`?)?");
  private static final Map<String, Integer> LARGER_WORDS = Map.of("twenty", 20, "hundred", 100);
  private static final List<String> WORDS = List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight",
      "nine", "ten", "eleven", "twelve");
  private static final Map<String, Integer> UNITS = Map.of("s", 1000, "second", 1000, "minute", 60_000, "hour", 3_600_000,
      "day", 86_400_000, "KiB", 1024, "KB", 1024, "MiB", 1024 * 1024, "MB", 1024 * 1024, "megabyte", 1024 * 1024);

  private Quantity() {
  }

  /** @param written such as <code>64 KiB</code>, <code>half a second</code>, <code>2,000</code> or <code>twelve</code> */
  static BigDecimal of(String written) {
    if (written.startsWith("half a ")) {
      return of("a " + written.substring("half a ".length())).divide(BigDecimal.valueOf(2));
    }
    Matcher parts = WRITTEN.matcher(written);
    if (!parts.matches()) {
      throw new IllegalArgumentException(written);
    }
    BigDecimal number = number(parts.group(1));
    String unit = parts.group(2);
    return unit == null ? number : number.multiply(BigDecimal.valueOf(unit(unit)));
  }

  /** @param unit of an attribute, such as <code>MINUTES</code> or <code>KB</code> */
  static BigDecimal inUnit(BigDecimal number, String unit) {
    return number.multiply(BigDecimal.valueOf(unit(unit)));
  }

  private static int unit(String unit) {
    String lower = unit.toLowerCase(Locale.ROOT);
    Integer factor = Stream.of(unit, lower, lower.replaceFirst("s$", "")).map(UNITS::get).filter(Objects::nonNull).findFirst()
        .orElse(null);
    if (factor == null) {
      throw new IllegalArgumentException("unknown unit " + unit);
    }
    return factor;
  }

  private static BigDecimal number(String word) {
    if (word.equals("a") || word.equals("an") || word.equals("every")) {
      return BigDecimal.ONE;
    }
    int known = LARGER_WORDS.getOrDefault(word, WORDS.indexOf(word));
    return known < 0 ? new BigDecimal(word.replace(",", "")) : BigDecimal.valueOf(known);
  }
}
