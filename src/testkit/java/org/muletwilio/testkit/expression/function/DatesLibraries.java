package org.muletwilio.testkit.expression.function;

import org.muletwilio.testkit.expression.value.Coercion;
import org.muletwilio.testkit.expression.value.DataObject;
import org.muletwilio.testkit.expression.value.Numbers;
import org.muletwilio.testkit.expression.value.PeriodValue;
import org.muletwilio.testkit.expression.value.Temporals;
import org.muletwilio.testkit.expression.value.TypeName;
import org.muletwilio.testkit.expression.value.Values;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;

/** {@code dw::core::Dates} and {@code dw::core::Periods}. */
final class DatesLibraries {

  private DatesLibraries() {}

  static Library dates() {
    return new Library("dw::core::Dates")
        .add("today", 0, arguments -> LocalDate.now())
        .add("tomorrow", 0, arguments -> LocalDate.now().plusDays(1))
        .add("yesterday", 0, arguments -> LocalDate.now().minusDays(1))
        .add("atBeginningOfHour", 1, arguments -> truncated(arguments, ChronoUnit.HOURS))
        .add("atBeginningOfDay", 1, arguments -> truncated(arguments, ChronoUnit.DAYS))
        .add("atBeginningOfWeek", 1, arguments -> first(arguments, TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY)))
        .add("atBeginningOfMonth", 1, arguments -> first(arguments, TemporalAdjusters.firstDayOfMonth()))
        .add("atBeginningOfYear", 1, arguments -> first(arguments, TemporalAdjusters.firstDayOfYear()));
  }

  static Library periods() {
    return new Library("dw::core::Periods")
        .add("years", 1, arguments -> PeriodValue.of(Period.ofYears(arguments.whole(0))))
        .add("months", 1, arguments -> PeriodValue.of(Period.ofMonths(arguments.whole(0))))
        .add("days", 1, arguments -> PeriodValue.of(seconds(arguments.at(0), 86_400)))
        .add("hours", 1, arguments -> PeriodValue.of(seconds(arguments.at(0), 3600)))
        .add("minutes", 1, arguments -> PeriodValue.of(seconds(arguments.at(0), 60)))
        .add("seconds", 1, arguments -> PeriodValue.of(seconds(arguments.at(0), 1)))
        .add("duration", 1, arguments -> PeriodValue.of(duration(arguments.object(0))))
        .add("period", 1, arguments -> PeriodValue.of(Period.of(part(arguments, "years"), part(arguments, "months"),
                                                                part(arguments, "days"))))
        .add("between", 2, arguments -> PeriodValue.of(Period.between(date(arguments, 1), date(arguments, 0))));
  }

  private static Duration seconds(Object amount, int each) {
    return amount == null ? Duration.ZERO
        : Duration.ofNanos(Numbers.of(amount).multiply(BigDecimal.valueOf(each)).movePointRight(9).longValue());
  }

  private static Duration duration(DataObject parts) {
    return seconds(parts.get("days"), 86_400).plus(seconds(parts.get("hours"), 3600)).plus(seconds(parts.get("minutes"), 60))
        .plus(seconds(parts.get("seconds"), 1));
  }

  private static int part(Arguments arguments, String name) {
    Object amount = arguments.object(0).get(name);
    return amount == null ? 0 : Numbers.whole(amount);
  }

  private static LocalDate date(Arguments arguments, int place) {
    return (LocalDate) Coercion.to(TypeName.DATE, arguments.at(place), Map.of());
  }

  private static Temporal truncated(Arguments arguments, ChronoUnit unit) {
    return truncated(time(arguments), unit);
  }

  private static Temporal first(Arguments arguments, TemporalAdjuster day) {
    return truncated(time(arguments).with(day), ChronoUnit.DAYS);
  }

  private static Temporal time(Arguments arguments) {
    if (Temporals.normal(arguments.at(0)) instanceof Temporal time) {
      return time;
    }
    throw arguments.refused(Values.described(arguments.at(0)) + " isn't a time");
  }

  private static Temporal truncated(Temporal time, ChronoUnit unit) {
    for (ChronoUnit smaller : new ChronoUnit[] {ChronoUnit.HOURS, ChronoUnit.MINUTES, ChronoUnit.SECONDS, ChronoUnit.NANOS}) {
      if (smaller.compareTo(unit) < 0 && time.isSupported(smaller)) {
        return zeroed(time, unit);
      }
    }
    return time;
  }

  private static Temporal zeroed(Temporal time, ChronoUnit unit) {
    Temporal hour = time.with(ChronoField.MINUTE_OF_HOUR, 0)
        .with(ChronoField.SECOND_OF_MINUTE, 0).with(ChronoField.NANO_OF_SECOND, 0);
    return unit == ChronoUnit.HOURS ? hour : hour.with(ChronoField.HOUR_OF_DAY, 0);
  }
}
