package org.muletwilio.testkit.expression.evaluation;

import org.muletwilio.testkit.expression.format.Content;
import org.muletwilio.testkit.expression.value.Coercion;
import org.muletwilio.testkit.expression.value.Comparison;
import org.muletwilio.testkit.expression.value.DataObject;
import org.muletwilio.testkit.expression.value.ExpressionFailedException;
import org.muletwilio.testkit.expression.value.Field;
import org.muletwilio.testkit.expression.value.Numbers;
import org.muletwilio.testkit.expression.value.Temporals;
import org.muletwilio.testkit.expression.value.Text;
import org.muletwilio.testkit.expression.value.TypeName;
import org.muletwilio.testkit.expression.value.Values;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/** What stands between two operands. */
public final class Operators {

  public static final Map<String, BinaryOperator<Object>> EQUALITY = Map.of(
      "==", Comparison::equal,
      "!=", (a, b) -> !Comparison.equal(a, b),
      "~=", Comparison::similar);
  public static final Map<String, BinaryOperator<Object>> ORDER = Map.of(
      "<", (a, b) -> Comparison.compare(a, b) < 0,
      "<=", (a, b) -> Comparison.compare(a, b) <= 0,
      ">", (a, b) -> Comparison.compare(a, b) > 0,
      ">=", (a, b) -> Comparison.compare(a, b) >= 0);
  public static final Map<String, BinaryOperator<Object>> SUMS = Map.of("+", Operators::add, "-", Operators::subtract);
  public static final Map<String, BinaryOperator<Object>> SHIFTS = Map.of("<<", Operators::append, ">>", Operators::prepend);
  public static final Map<String, BinaryOperator<Object>> PRODUCTS = Map.of(
      "*", (a, b) -> Numbers.calculate(a, b, BigDecimal::multiply),
      "/", (a, b) -> Numbers.calculate(a, b, Numbers::divide));

  private Operators() {}

  public static Expression applied(BinaryOperator<Object> operator, Expression left, Expression right) {
    return environment -> operator.apply(Content.bare(left.evaluate(environment)), Content.bare(right.evaluate(environment)));
  }

  public static boolean isTrue(Expression condition, Environment environment) {
    return Values.isTrue(Content.bare(condition.evaluate(environment)));
  }

  public static Object negated(Object value) {
    return subtract(0, value);
  }

  private static Object add(Object left, Object right) {
    if (Values.isArray(left)) {
      return append(left, right);
    }
    return Temporals.isTime(left) || Temporals.isTime(right) ? moved(left, right, true)
        : Numbers.calculate(left, right, BigDecimal::add);
  }

  private static Object subtract(Object left, Object right) {
    if (Values.isArray(left)) {
      List<Object> kept = new ArrayList<>(Values.list(left));
      kept.removeIf(item -> Comparison.equal(item, right));
      return kept;
    }
    if (left instanceof Map) {
      List<Field> kept = new ArrayList<>(Values.object(left).fields());
      kept.removeIf(field -> field.name().equals(Text.of(right)));
      return new DataObject(kept);
    }
    return Temporals.isTime(left) ? moved(left, right, false) : Numbers.calculate(left, right, BigDecimal::subtract);
  }

  private static Object moved(Object left, Object right, boolean forward) {
    boolean fits = Temporals.isTime(left) && Temporals.isTime(right)
        && (!forward || TypeName.PERIOD.accepts(left) || TypeName.PERIOD.accepts(right));
    if (!fits) {
      throw new ExpressionFailedException(Values.described(left) + " and " + Values.described(right) + " can't be "
          + (forward ? "added" : "subtracted"));
    }
    return forward ? Temporals.plus(left, right) : Temporals.minus(left, right);
  }

  private static Object append(Object left, Object right) {
    List<Object> longer = new ArrayList<>(Values.list(left));
    longer.add(right);
    return longer;
  }

  /** To a time it gives another zone. */
  private static Object prepend(Object left, Object right) {
    if (Temporals.normal(left) instanceof ZonedDateTime time) {
      return time.withZoneSameInstant((ZoneId) Coercion.to(TypeName.TIME_ZONE, right, Map.of()));
    }
    List<Object> longer = new ArrayList<>();
    longer.add(left);
    longer.addAll(Values.list(right));
    return longer;
  }
}
