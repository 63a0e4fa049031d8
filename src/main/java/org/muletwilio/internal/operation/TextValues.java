package org.muletwilio.internal.operation;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import org.muletwilio.internal.callback.codec.Excerpt;
import org.muletwilio.internal.callback.codec.PlainNumber;
import org.muletwilio.internal.error.TwilioException;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads maps and lists of texts, which an expression may fill with values of any type. */
public final class TextValues {

  private static final String TEXTS = ": values are texts, numbers, booleans or dates";

  private TextValues() {}

  /**
   * @param parameter the parameter's name
   * @param given its value, or null
   * @return the values as texts, in the same order
   * @throws IllegalArgumentException that names the key whose value no text can stand for
   */
  public static Map<String, String> in(String parameter, Map<?, ?> given) {
    if (given == null) {
      return Collections.emptyMap();
    }
    Map<String, String> texts = new LinkedHashMap<>();
    given.forEach((key, value) -> {
      String name = textOf(key).orElseThrow(() -> new IllegalArgumentException(parameter + " has a key that is "
          + typeOf(key) + ": keys are texts"));
      texts.put(name, textOf(value).orElseThrow(() -> new IllegalArgumentException(parameter + " has " + typeOf(value)
          + " as its value of '" + Excerpt.of(name) + "'" + TEXTS)));
    });
    return texts;
  }

  /**
   * @param operation the operation's name in XML, for messages
   * @param parameter the parameter's name
   * @param given its value, or null
   * @return the values as texts
   * @throws TwilioException if no text can stand for a value
   */
  public static List<String> in(String operation, String parameter, List<?> given) {
    List<String> texts = new ArrayList<>();
    for (Object value : given == null ? Collections.emptyList() : given) {
      texts.add(textOf(value).orElseThrow(() -> Validation.invalid(operation, parameter + " holds " + typeOf(value) + TEXTS)));
    }
    return texts;
  }

  private static Optional<String> textOf(Object value) {
    if (value instanceof BigDecimal) {
      return Optional.of(PlainNumber.of((BigDecimal) value));
    }
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Optional.of(Double.isNaN(number) || Double.isInfinite(number) ? value.toString() : plain(value.toString()));
    }
    if (value instanceof ZonedDateTime) {
      return Optional.of(ISO_OFFSET_DATE_TIME.format((ZonedDateTime) value));
    }
    if (value instanceof Date) {
      return Optional.of(Instant.ofEpochMilli(((Date) value).getTime()).toString());
    }
    if (value instanceof Calendar) {
      return Optional.of(ISO_OFFSET_DATE_TIME.format(((Calendar) value).toInstant().atZone(((Calendar) value).getTimeZone()
          .toZoneId())));
    }
    boolean single = value instanceof CharSequence || value instanceof Number || value instanceof Boolean
        || value instanceof Character || value instanceof TemporalAccessor || value instanceof Enum || value instanceof UUID
        || value instanceof URI;
    return single ? Optional.of(value.toString()) : Optional.empty();
  }

  /** @return a number as people write it: 42 instead of 42.0 or 4.2E1 */
  private static String plain(String number) {
    return new BigDecimal(number).stripTrailingZeros().toPlainString();
  }

  private static String typeOf(Object value) {
    if (value == null) {
      return "null";
    }
    return value instanceof Map ? "an object" : value instanceof Iterable || value.getClass().isArray() ? "a list"
        : "a " + value.getClass().getName();
  }
}
