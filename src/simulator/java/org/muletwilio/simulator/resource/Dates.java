package org.muletwilio.simulator.resource;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Dates as Twilio writes them. */
public final class Dates {

  private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.US);
  private static final DateTimeFormatter RECEIPT = DateTimeFormatter.ofPattern("yyMMddHHmm", Locale.US);

  private Dates() {}

  /** Such as {@code Thu, 24 Aug 2023 05:01:45 +0000}. */
  public static String rfc2822(Instant instant) {
    return RFC_2822.format(instant.atOffset(UTC));
  }

  /** Reads a date that {@link #rfc2822} wrote; 1970 for another text. */
  public static Instant parse(String text) {
    try {
      return RFC_2822.parse(text, Instant::from);
    } catch (DateTimeParseException e) {
      return Instant.EPOCH;
    }
  }

  /** The format of a carrier's delivery receipt, such as {@code 2308240501}. */
  public static String receipt(Instant instant) {
    return RECEIPT.format(instant.atOffset(UTC));
  }
}
