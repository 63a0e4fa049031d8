package org.muletwilio.testkit.mule;

import static org.mule.runtime.api.i18n.I18nMessageFactory.createStaticMessage;
import static org.mule.runtime.api.metadata.MediaType.APPLICATION_JAVA;

import org.mule.runtime.api.el.BindingContext;
import org.mule.runtime.api.el.ExpressionExecutionException;
import org.mule.runtime.api.el.ExpressionLanguage;
import org.mule.runtime.api.el.ValidationResult;
import org.mule.runtime.api.message.Message;
import org.mule.runtime.api.metadata.DataType;
import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.api.streaming.object.CursorIteratorProvider;

import org.muletwilio.testkit.mule.expression.Coercion;
import org.muletwilio.testkit.mule.expression.Expression;
import org.muletwilio.testkit.mule.expression.ExpressionFailedException;
import org.muletwilio.testkit.mule.expression.ExpressionParser;
import org.muletwilio.testkit.mule.expression.ExpressionSyntaxException;
import org.muletwilio.testkit.mule.expression.Selectors;

import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands where DataWeave, which is not on Maven Central, would be. Knows a part of it, see {@link ExpressionParser}.
 */
public final class EmbeddedExpressionLanguage implements ExpressionLanguage {

  private final Map<String, Expression> expressions = new ConcurrentHashMap<>();
  private final Selectors selectors = new Selectors();
  private volatile BindingContext globals = BindingContext.builder().build();

  @Override
  public synchronized void addGlobalBindings(BindingContext bindings) {
    globals = BindingContext.builder(globals).addAll(bindings).build();
  }

  @Override
  public TypedValue<?> evaluate(String expression, BindingContext bindings) {
    Object value = valueOf(expression, bindings);
    if (value instanceof TypedValue) {
      return (TypedValue<?>) value;
    }
    return new TypedValue<>(value, DataType.builder().fromObject(value).mediaType(APPLICATION_JAVA).build());
  }

  @Override
  public TypedValue<?> evaluate(String expression, DataType expected, BindingContext bindings) {
    TypedValue<?> found = evaluate(expression, bindings);
    if (found.getValue() == null || expected.getType().isInstance(found.getValue())) {
      return found;
    }
    try {
      Object value = Coercion.to(expected.getType(), found.getValue());
      return new TypedValue<>(value, DataType.builder(expected).type(value.getClass()).build());
    } catch (ExpressionFailedException e) {
      throw failure(expression, e);
    }
  }

  @Override
  public TypedValue<?> evaluateLogExpression(String expression, BindingContext bindings) {
    TypedValue<?> found = evaluate(expression, bindings);
    if (found.getValue() == null || found.getValue() instanceof Message) {
      return found;
    }
    return TypedValue.of(Coercion.text(found));
  }

  @Override
  public Iterator<TypedValue<?>> split(String expression, BindingContext bindings) {
    Object value = evaluate(expression, bindings).getValue();
    Iterator<?> items = itemsOf(expression, value);
    return new Iterator<TypedValue<?>>() {

      @Override
      public boolean hasNext() {
        return items.hasNext();
      }

      @Override
      public TypedValue<?> next() {
        Object item = items.next();
        return item instanceof TypedValue ? (TypedValue<?>) item : TypedValue.of(item);
      }
    };
  }

  @Override
  public ValidationResult validate(String expression) {
    try {
      ExpressionParser.parse(withoutMarkers(expression), selectors);
      return ValidationResult.success();
    } catch (ExpressionSyntaxException e) {
      return ValidationResult.failure(e.getMessage(), expression);
    }
  }

  private Object valueOf(String expression, BindingContext bindings) {
    try {
      return expressions.computeIfAbsent(withoutMarkers(expression), source -> ExpressionParser.parse(source, selectors))
          .evaluate(BindingContext.builder(globals).addAll(bindings).build());
    } catch (ExpressionFailedException | ExpressionSyntaxException e) {
      throw failure(expression, e);
    }
  }

  private static Iterator<?> itemsOf(String expression, Object value) {
    if (value == null) {
      return Collections.emptyIterator();
    }
    if (value instanceof CursorIteratorProvider) {
      return ((CursorIteratorProvider) value).openCursor();
    }
    try {
      return value instanceof Iterator ? (Iterator<?>) value : Coercion.list(value).iterator();
    } catch (ExpressionFailedException e) {
      throw failure(expression, e);
    }
  }

  private static String withoutMarkers(String expression) {
    String text = expression.trim();
    return text.startsWith("#[") && text.endsWith("]") ? text.substring(2, text.length() - 1) : text;
  }

  private static ExpressionExecutionException failure(String expression, RuntimeException cause) {
    return new ExpressionExecutionException(createStaticMessage("\"%s\" evaluating expression: \"%s\".", cause.getMessage(),
                                                                expression),
                                            cause);
  }
}
