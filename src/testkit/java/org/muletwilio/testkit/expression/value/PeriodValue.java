package org.muletwilio.testkit.expression.value;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.Temporal;

/**
 * An amount of time, of which one part counts by the calendar and one by the clock.
 *
 * @param date years, months and days
 * @param time hours, minutes and seconds
 */
public record PeriodValue(Period date, Duration time) {

  public static PeriodValue of(Period date) {
    return new PeriodValue(date, Duration.ZERO);
  }

  public static PeriodValue of(Duration time) {
    return new PeriodValue(Period.ZERO, time);
  }

  /**
   * @param text such as {@code P1DT2H}
   * @throws DateTimeException if it isn't one
   */
  public static PeriodValue parse(String text) {
    int clock = text.indexOf('T');
    if (clock < 0) {
      return of(Period.parse(text));
    }
    String date = text.substring(0, clock);
    return new PeriodValue(date.equals("P") || date.equals("-P") ? Period.ZERO : Period.parse(date),
                           Duration.parse("P" + text.substring(clock)));
  }

  Temporal addTo(Temporal time) {
    Temporal moved = date.isZero() ? time : time.plus(date);
    return this.time.isZero() ? moved : moved.plus(this.time);
  }

  PeriodValue negated() {
    return new PeriodValue(date.negated(), time.negated());
  }

  @Override
  public String toString() {
    return date.isZero() ? time.toString() : time.isZero() ? date.toString() : date + time.toString().substring(1);
  }
}
