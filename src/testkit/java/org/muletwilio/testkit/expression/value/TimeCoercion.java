package org.muletwilio.testkit.expression.value;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Coercion from and to dates, times and periods. */
final class TimeCoercion {

  private TimeCoercion() {}

  static Optional<Object> to(TypeName type, Object value, CoercionOptions options) {
    if (TypeName.STRING.accepts(value)) {
      return Optional.of(parsed(type, Text.of(value), options.format().map(format -> options.timeFormat())));
    }
    if (value instanceof Number number && type == TypeName.DATE_TIME) {
      boolean millis = options.unit().filter("milliseconds"::equals).isPresent();
      long amount = Numbers.of(number).longValue();
      return Optional.of((millis ? Instant.ofEpochMilli(amount) : Instant.ofEpochSecond(amount)).atZone(ZoneOffset.UTC));
    }
    if (value instanceof ZonedDateTime time) {
      return Optional.ofNullable(ofDateTime(type, time));
    }
    if (value instanceof LocalDateTime time) {
      return Optional.ofNullable(ofDateTime(type, time.atZone(ZoneOffset.UTC)));
    }
    if (value instanceof OffsetTime time) {
      return Optional.ofNullable(type == TypeName.LOCAL_TIME ? time.toLocalTime()
          : type == TypeName.TIME_ZONE ? time.getOffset() : null);
    }
    return value instanceof LocalTime time && type == TypeName.TIME ? Optional.of(time.atOffset(ZoneOffset.UTC))
        : Optional.empty();
  }

  static Optional<Object> toNumber(Object value, CoercionOptions options) {
    String unit = options.unit().orElse("seconds");
    if (value instanceof ZonedDateTime time) {
      return Optional.of(unit.equals("milliseconds") ? time.toInstant().toEpochMilli()
          : Numbers.narrowed(Numbers.of(time.toEpochSecond())));
    }
    if (!(value instanceof PeriodValue period)) {
      return Optional.empty();
    }
    return Optional.of(Numbers.narrowed(Numbers.of(switch (unit) {
      case "years" -> period.date().toTotalMonths() / 12;
      case "months" -> period.date().toTotalMonths();
      case "days" -> period.date().getDays() + period.time().toDays();
      case "hours" -> period.time().toHours();
      case "minutes" -> period.time().toMinutes();
      case "milliseconds" -> period.time().toMillis();
      case "nanos" -> period.time().toNanos();
      default -> period.time().toSeconds();
    })));
  }

  private static Object ofDateTime(TypeName type, ZonedDateTime time) {
    return switch (type) {
      case DATE_TIME -> time;
      case DATE -> time.toLocalDate();
      case LOCAL_DATE_TIME -> time.toLocalDateTime();
      case LOCAL_TIME -> time.toLocalTime();
      case TIME -> time.toOffsetDateTime().toOffsetTime();
      case TIME_ZONE -> time.getZone();
      default -> null;
    };
  }

  private static Object parsed(TypeName type, String text, Optional<DateTimeFormatter> format) {
    return switch (type) {
      case DATE -> format.map(given -> LocalDate.parse(text, given)).orElseGet(() -> LocalDate.parse(text));
      case DATE_TIME -> format.map(given -> dateTime(text, given)).orElseGet(() -> OffsetDateTime.parse(text).toZonedDateTime());
      case LOCAL_DATE_TIME -> format.map(given -> LocalDateTime.parse(text, given)).orElseGet(() -> LocalDateTime.parse(text));
      case LOCAL_TIME -> format.map(given -> LocalTime.parse(text, given)).orElseGet(() -> LocalTime.parse(text));
      case TIME -> format.map(given -> OffsetTime.parse(text, given)).orElseGet(() -> OffsetTime.parse(text));
      default -> ZoneId.of(text);
    };
  }

  private static ZonedDateTime dateTime(String text, DateTimeFormatter format) {
    return ZonedDateTime.parse(text, format.getZone() == null ? format.withZone(ZoneOffset.UTC) : format);
  }
}
