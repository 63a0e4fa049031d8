package org.muletwilio.testkit.expression.value;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalField;
import java.util.Calendar;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Dates, times and periods: literals, parts and arithmetic. */
public final class Temporals {

  private static final Map<String, TemporalField> PARTS = Map.ofEntries(
      Map.entry("year", ChronoField.YEAR), Map.entry("month", ChronoField.MONTH_OF_YEAR),
      Map.entry("day", ChronoField.DAY_OF_MONTH), Map.entry("hour", ChronoField.HOUR_OF_DAY),
      Map.entry("minutes", ChronoField.MINUTE_OF_HOUR), Map.entry("seconds", ChronoField.SECOND_OF_MINUTE),
      Map.entry("milliseconds", ChronoField.MILLI_OF_SECOND), Map.entry("nanoseconds", ChronoField.NANO_OF_SECOND),
      Map.entry("quarter", IsoFields.QUARTER_OF_YEAR), Map.entry("dayOfWeek", ChronoField.DAY_OF_WEEK),
      Map.entry("dayOfYear", ChronoField.DAY_OF_YEAR), Map.entry("offsetSeconds", ChronoField.OFFSET_SECONDS));

  private Temporals() {}

  /** @return a time of any of Java's classes as one of the five that the language has; any other value as it is */
  public static Object normal(Object value) {
    if (value instanceof OffsetDateTime time) {
      return time.toZonedDateTime();
    }
    if (value instanceof Calendar calendar) {
      return calendar.toInstant().atZone(calendar.getTimeZone().toZoneId());
    }
    if (value instanceof Instant instant) {
      return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
    return value instanceof Date date ? LocalDateTime.ofInstant(Instant.ofEpochMilli(date.getTime()), ZoneOffset.UTC) : value;
  }

  /**
   * @param text what stands between two {@code |}
   * @throws ExpressionFailedException if it is not a date, time, zone or period
   */
  public static Object literal(String text) {
    return Stream.<Function<String, Object>>of(LocalDate::parse, Temporals::zoned, LocalDateTime::parse, LocalTime::parse,
                                               OffsetTime::parse, PeriodValue::parse, ZoneId::of)
        .flatMap(parser -> attempt(parser, text).stream()).findFirst()
        .orElseThrow(() -> new ExpressionFailedException("|" + text + "| is not a date, time, zone or period"));
  }

  /** @return a part of a time, such as {@code year}, if it has that */
  public static Optional<Object> part(Object time, String name) {
    if (time instanceof PeriodValue period) {
      return Optional.ofNullable(part(period, name));
    }
    TemporalField field = PARTS.get(name);
    if (field == null || !(normal(time) instanceof Temporal temporal) || !temporal.isSupported(field)) {
      return name.equals("timezone") && time instanceof ZonedDateTime zoned ? Optional.of(zoned.getZone()) : Optional.empty();
    }
    return Optional.of(temporal.get(field));
  }

  private static Object part(PeriodValue period, String name) {
    return switch (name) {
      case "years" -> period.date().getYears();
      case "months" -> period.date().getMonths();
      case "days" -> period.date().getDays();
      case "hours" -> period.time().toHours();
      case "minutes" -> period.time().toMinutesPart();
      case "secs" -> period.time().toSecondsPart();
      default -> null;
    };
  }

  public static Object plus(Object left, Object right) {
    if (left instanceof PeriodValue first && right instanceof PeriodValue second) {
      return new PeriodValue(first.date().plus(second.date()), first.time().plus(second.time()));
    }
    return left instanceof PeriodValue period ? moved(right, period) : moved(left, (PeriodValue) right);
  }

  public static Object minus(Object left, Object right) {
    if (right instanceof PeriodValue period) {
      return left instanceof PeriodValue ? plus(left, period.negated()) : moved(left, period.negated());
    }
    if (left instanceof PeriodValue period) {
      return moved(right, period.negated());
    }
    Temporal end = startOfDay((Temporal) normal(left));
    Temporal start = startOfDay((Temporal) normal(right));
    try {
      return PeriodValue.of(Duration.between(start, end));
    } catch (DateTimeException e) {
      throw new ExpressionFailedException("The time between " + Values.described(left) + " and " + Values.described(right)
          + " isn't known", e);
    }
  }

  /** {@code ++}: puts a date, a time and a zone together. */
  public static Optional<Object> joined(Object left, Object right) {
    if (left instanceof LocalDate date) {
      return right instanceof LocalTime time ? Optional.of(date.atTime(time))
          : right instanceof OffsetTime time ? Optional.of(date.atTime(time).toZonedDateTime())
              : right instanceof ZoneId zone ? Optional.of(date.atStartOfDay(zone)) : Optional.empty();
    }
    if (left instanceof LocalDateTime time && right instanceof ZoneId zone) {
      return Optional.of(time.atZone(zone));
    }
    return left instanceof LocalTime time && right instanceof ZoneOffset zone ? Optional.of(time.atOffset(zone))
        : Optional.empty();
  }

  public static boolean isTime(Object value) {
    return normal(value) instanceof Temporal || value instanceof PeriodValue;
  }

  private static Object moved(Object time, PeriodValue period) {
    try {
      return period.addTo((Temporal) normal(time));
    } catch (DateTimeException | ClassCastException e) {
      throw new ExpressionFailedException(Values.described(time) + " can't be moved by " + period, e);
    }
  }

  private static Temporal startOfDay(Temporal time) {
    return time instanceof LocalDate date ? date.atStartOfDay() : time;
  }

  private static ZonedDateTime zoned(String text) {
    return OffsetDateTime.parse(text).toZonedDateTime();
  }

  private static Optional<Object> attempt(Function<String, Object> parser, String text) {
    try {
      return Optional.of(parser.apply(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
