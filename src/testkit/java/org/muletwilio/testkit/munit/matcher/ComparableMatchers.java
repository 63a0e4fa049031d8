package org.muletwilio.testkit.munit.matcher;

import org.muletwilio.testkit.expression.value.Comparison;
import org.muletwilio.testkit.expression.value.Numbers;

import java.math.BigDecimal;
import java.util.function.IntPredicate;

/**
 * Matchers of what has an order: numbers, texts, dates.
 */
public class ComparableMatchers {

  public Object greaterThan(Object least) {
    return matcher("greater than ", least, order -> order > 0);
  }

  public Object greaterThanOrEqualTo(Object least) {
    return matcher("greater than or equal to ", least, order -> order >= 0);
  }

  public Object lessThan(Object most) {
    return matcher("less than ", most, order -> order < 0);
  }

  public Object lessThanOrEqualTo(Object most) {
    return matcher("less than or equal to ", most, order -> order <= 0);
  }

  public Object closeTo(Object number, Object delta) {
    BigDecimal middle = Numbers.of(number);
    BigDecimal most = Numbers.of(delta);
    return new Matcher("a number within " + most + " of " + middle,
                       value -> Actual.bare(value) != null
                           && Numbers.of(Actual.bare(value)).subtract(middle).abs().compareTo(most) <= 0);
  }

  private static Matcher matcher(String relation, Object other, IntPredicate condition) {
    return new Matcher(relation + Matcher.described(other),
                       value -> Actual.bare(value) != null && condition.test(Comparison.compare(Actual.bare(value), other)));
  }
}
