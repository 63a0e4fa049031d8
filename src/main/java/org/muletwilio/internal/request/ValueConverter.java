package org.muletwilio.internal.request;

import static java.time.ZoneOffset.UTC;
import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;
import static java.util.stream.Collectors.joining;

import org.muletwilio.internal.callback.codec.Excerpt;
import org.muletwilio.internal.callback.codec.NearestNames;
import org.muletwilio.internal.callback.codec.PlainNumber;
import org.muletwilio.internal.request.catalogue.ApiType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Turns a single value of a flow into what Twilio takes, or says what is wrong with it. */
final class ValueConverter {

  private static final int MOST_WORDS = 30;
  private static final int MOST_DIGITS = 100;

  private ValueConverter() {}

  /**
   * @param type what Twilio takes
   * @param value what the flow gives
   * @return a text, number or boolean as JSON has them
   * @throws IllegalArgumentException that says what Twilio takes instead
   */
  static Object convert(ApiType type, Object value) {
    switch (type.getBase()) {
      case INTEGER:
        return number(value).filter(PlainNumber::isShort).filter(number -> number.stripTrailingZeros().scale() <= 0)
            .map(BigDecimal::toBigInteger)
            .orElseThrow(() -> refused(value, "a whole number"));
      case NUMBER:
        return number(value).orElseThrow(() -> refused(value, "a number"));
      case BOOLEAN:
        return flag(value).orElseThrow(() -> refused(value, "true or false"));
      case DATE_TIME:
        return dateTime(value).orElseThrow(() -> refused(value, "a date and time with its zone, such as 2026-01-31T12:00:00Z"));
      case DATE:
        return date(value).orElseThrow(() -> refused(value, "a date, such as 2026-01-31"));
      case URI:
        return uri(value).orElseThrow(() -> refused(value, "a URI"));
      case ENUMERATION:
        return word(type.getWords(), value);
      default:
        return text(value).orElseThrow(() -> refused(value, "a text"));
    }
  }

  private static Object word(List<String> words, Object value) {
    String given = isTooLong(value) ? "" : String.valueOf(value);
    if (words.contains(given)) {
      return given;
    }
    List<String> like = NearestNames.to(given, words);
    throw new IllegalArgumentException(described(value) + ": it must be one of "
        + words.stream().limit(MOST_WORDS).collect(joining(", ")) + (words.size() > MOST_WORDS ? ", …" : "")
        + OperationLookup.like(like));
  }

  private static Optional<String> text(Object value) {
    if (value instanceof Number && isTooLong(value)) {
      return Optional.empty();
    }
    if (value instanceof CharSequence || value instanceof Number || value instanceof Boolean || value instanceof Enum
        || value instanceof URI || value instanceof LocalDate) {
      return Optional.of(value instanceof BigDecimal ? PlainNumber.of((BigDecimal) value) : value.toString());
    }
    return dateTime(value);
  }

  private static Optional<BigDecimal> number(Object value) {
    if (isTooLong(value)) {
      return Optional.empty();
    }
    try {
      return value instanceof Number || value instanceof CharSequence ? Optional.of(new BigDecimal(value.toString().trim()))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** To write such a number, or to read it, takes a time that grows with the square of its digits. */
  private static boolean isTooLong(Object value) {
    return value instanceof CharSequence ? ((CharSequence) value).length() > MOST_DIGITS
        : value instanceof BigInteger ? ((BigInteger) value).bitLength() > MOST_DIGITS * 3
            : value instanceof BigDecimal && ((BigDecimal) value).precision() > MOST_DIGITS;
  }

  private static Optional<Boolean> flag(Object value) {
    String text = value instanceof Number ? "" : String.valueOf(value);
    return text.equals("true") || text.equals("false") ? Optional.of(Boolean.valueOf(text)) : Optional.empty();
  }

  private static Optional<String> dateTime(Object value) {
    Instant instant;
    try {
      if (value instanceof ZonedDateTime) {
        instant = ((ZonedDateTime) value).toInstant();
      } else if (value instanceof OffsetDateTime) {
        instant = ((OffsetDateTime) value).toInstant();
      } else if (value instanceof Instant) {
        instant = (Instant) value;
      } else if (value instanceof CharSequence) {
        instant = OffsetDateTime.parse(value.toString().trim()).toInstant();
      } else {
        return Optional.empty();
      }
    } catch (DateTimeException e) {
      return Optional.empty();
    }
    return Optional.of(ISO_OFFSET_DATE_TIME.format(instant.truncatedTo(ChronoUnit.SECONDS).atOffset(UTC)));
  }

  private static Optional<String> date(Object value) {
    try {
      return value instanceof LocalDate || value instanceof CharSequence
          ? Optional.of(LocalDate.parse(value.toString().trim()).toString()) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> uri(Object value) {
    try {
      return value instanceof URI || value instanceof CharSequence && !value.toString().trim().isEmpty()
          ? Optional.of(new URI(value.toString().trim()).toString()) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static IllegalArgumentException refused(Object value, String wanted) {
    return new IllegalArgumentException(described(value) + ": it must be " + wanted);
  }

  private static String described(Object value) {
    if (value instanceof Number && isTooLong(value)) {
      return "is a number of more than " + MOST_DIGITS + " digits";
    }
    return value instanceof CharSequence || value instanceof Number || value instanceof Boolean
        ? "is '" + Excerpt.of(value.toString()) + "'" : value == null ? "is null" : "is a " + value.getClass().getSimpleName();
  }
}
