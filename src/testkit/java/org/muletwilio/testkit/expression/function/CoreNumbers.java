package org.muletwilio.testkit.expression.function;

import org.muletwilio.testkit.expression.value.Coercion;
import org.muletwilio.testkit.expression.value.Numbers;
import org.muletwilio.testkit.expression.value.Temporals;
import org.muletwilio.testkit.expression.value.TypeName;
import org.muletwilio.testkit.expression.value.Values;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** What {@code dw::Core} does with numbers and dates. */
final class CoreNumbers {

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private CoreNumbers() {}

  static Library library() {
    return new Library("dw::Core")
        .add("abs", 1, arguments -> Numbers.narrowed(arguments.number(0).abs()))
        .add("ceil", 1, arguments -> Numbers.narrowed(arguments.number(0).setScale(0, RoundingMode.CEILING)))
        .add("floor", 1, arguments -> Numbers.narrowed(arguments.number(0).setScale(0, RoundingMode.FLOOR)))
        .add("round", 1, arguments -> Numbers.narrowed(arguments.number(0).setScale(0, RoundingMode.HALF_UP)))
        .add("mod", 2, arguments -> mod(arguments))
        .add("pow", 2, arguments -> Numbers.narrowed(arguments.number(0).pow(arguments.whole(1), MathContext.DECIMAL128)))
        .add("sqrt", 1, arguments -> Numbers.narrowed(arguments.number(0).sqrt(MathContext.DECIMAL64)))
        .add("isEven", 1, arguments -> arguments.number(0).remainder(TWO).signum() == 0)
        .add("isOdd", 1, arguments -> arguments.number(0).remainder(TWO).signum() != 0)
        .add("isDecimal", 1, arguments -> arguments.number(0).stripTrailingZeros().scale() > 0)
        .add("isInteger", 1, arguments -> arguments.number(0).stripTrailingZeros().scale() <= 0)
        .add("random", 0, arguments -> BigDecimal.valueOf(ThreadLocalRandom.current().nextDouble()))
        .add("randomInt", 1, arguments -> ThreadLocalRandom.current().nextInt(arguments.whole(0)))
        .add("now", 0, arguments -> ZonedDateTime.now())
        .add("daysBetween", 2, arguments -> (int) ChronoUnit.DAYS.between(date(arguments.at(0)), date(arguments.at(1))))
        .add("isLeapYear", 1, arguments -> isLeapYear(arguments));
  }

  private static Object mod(Arguments arguments) {
    if (arguments.number(1).signum() == 0) {
      throw arguments.refused("Division by zero");
    }
    return Numbers.narrowed(arguments.number(0).remainder(arguments.number(1)));
  }

  /** A text may have a time and a zone, too. */
  private static LocalDate date(Object value) {
    boolean dateTime = value instanceof CharSequence text && text.toString().indexOf('T') > 0;
    return (LocalDate) Coercion.to(TypeName.DATE, dateTime ? Coercion.to(TypeName.DATE_TIME, value, Map.of()) : value, Map.of());
  }

  private static Object isLeapYear(Arguments arguments) {
    if (Temporals.normal(arguments.at(0)) instanceof TemporalAccessor time && time.isSupported(ChronoField.YEAR)) {
      return Year.isLeap(time.get(ChronoField.YEAR));
    }
    throw arguments.refused(Values.described(arguments.at(0)) + " has no year");
  }
}
