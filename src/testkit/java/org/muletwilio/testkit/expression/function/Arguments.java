package org.muletwilio.testkit.expression.function;

import org.muletwilio.testkit.expression.format.Content;
import org.muletwilio.testkit.expression.value.Coercion;
import org.muletwilio.testkit.expression.value.DataObject;
import org.muletwilio.testkit.expression.value.ExpressionFailedException;
import org.muletwilio.testkit.expression.value.FunctionValue;
import org.muletwilio.testkit.expression.value.Numbers;
import org.muletwilio.testkit.expression.value.TypeName;
import org.muletwilio.testkit.expression.value.Values;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a function was called with. Where a type is asked for, a value of another type is coerced, as DataWeave does. */
public final class Arguments {

  private final String function;
  private final Object[] values;
  private final EvaluationContext context;

  Arguments(String function, Object[] values, EvaluationContext context) {
    this.function = function;
    this.values = values;
    this.context = context;
  }

  public Object at(int place) {
    return Content.bare(values[place]);
  }

  /** @return an argument with its data type, if it has one */
  public Object typed(int place) {
    return values[place];
  }

  public int count() {
    return values.length;
  }

  public boolean has(int place) {
    return place < values.length;
  }

  public boolean isText(int place) {
    return TypeName.STRING.accepts(at(place));
  }

  public boolean isObject(int place) {
    return at(place) instanceof Map;
  }

  public String text(int place) {
    return (String) Coercion.to(TypeName.STRING, at(place), Map.of());
  }

  public String text(int place, String otherwise) {
    return has(place) ? text(place) : otherwise;
  }

  /** @return the text, or nothing if it is null or left out */
  public Optional<String> optionalText(int place) {
    return has(place) && at(place) != null ? Optional.of(text(place)) : Optional.empty();
  }

  public BigDecimal number(int place) {
    return Numbers.of(at(place));
  }

  public int whole(int place) {
    return Numbers.whole(at(place));
  }

  public List<?> list(int place) {
    return Values.list(at(place));
  }

  public DataObject object(int place) {
    return has(place) ? Values.object(at(place)) : DataObject.EMPTY;
  }

  public FunctionValue function(int place) {
    return Values.function(at(place));
  }

  public EvaluationContext context() {
    return context;
  }

  ExpressionFailedException refused(String reason) {
    return new ExpressionFailedException(function + ": " + reason);
  }
}
