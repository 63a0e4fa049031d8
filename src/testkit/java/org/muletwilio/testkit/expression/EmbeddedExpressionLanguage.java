package org.muletwilio.testkit.expression;

import static org.mule.runtime.api.i18n.I18nMessageFactory.createStaticMessage;

import org.mule.runtime.api.el.BindingContext;
import org.mule.runtime.api.el.ExpressionExecutionException;
import org.mule.runtime.api.el.ExpressionLanguage;
import org.mule.runtime.api.el.ValidationResult;
import org.mule.runtime.api.message.Message;
import org.mule.runtime.api.metadata.DataType;
import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.api.streaming.object.CursorIteratorProvider;

import org.muletwilio.testkit.expression.format.Content;
import org.muletwilio.testkit.expression.format.DwFormat;
import org.muletwilio.testkit.expression.token.ExpressionSyntaxException;
import org.muletwilio.testkit.expression.syntax.Script;
import org.muletwilio.testkit.expression.value.ExpressionFailedException;
import org.muletwilio.testkit.expression.value.JavaCoercion;
import org.muletwilio.testkit.expression.value.Text;
import org.muletwilio.testkit.expression.value.TypeName;
import org.muletwilio.testkit.expression.value.Values;

import java.io.InputStream;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Stands where DataWeave, which is not on Maven Central, would be. Knows a part of it. */
public final class EmbeddedExpressionLanguage implements ExpressionLanguage {

  private final ApplicationResources resources;
  private final Evaluation evaluation;
  private final Map<String, Script> scripts = new ConcurrentHashMap<>();
  private volatile BindingContext globals = BindingContext.builder().build();

  public EmbeddedExpressionLanguage(ApplicationResources resources) {
    this.resources = resources;
    evaluation = new Evaluation(resources);
  }

  @Override
  public synchronized void addGlobalBindings(BindingContext bindings) {
    globals = BindingContext.builder(globals).addAll(bindings).build();
  }

  @Override
  public TypedValue<?> evaluate(String expression, BindingContext bindings) {
    return attempt(() -> evaluation.typed(script(expression), all(bindings)));
  }

  @Override
  public TypedValue<?> evaluate(String expression, DataType expected, BindingContext bindings) {
    return attempt(() -> {
      TypedValue<?> found = evaluation.forJava(script(expression), all(bindings));
      if (found.getValue() == null || expected.getType().isInstance(found.getValue())) {
        return found;
      }
      Object value = JavaCoercion.to(expected.getType(), read(found, expected.getType()));
      return new TypedValue<>(value, DataType.builder(expected).type(value.getClass()).build());
    });
  }

  /** What is JSON or the like is read, unless it is wanted as text and has parts. */
  private static Object read(TypedValue<?> found, Class<?> wanted) {
    Object read = Content.bare(found);
    boolean raw = wanted == InputStream.class || wanted == byte[].class
        || wanted == String.class && (read instanceof Map || Values.isArray(read));
    return raw ? found.getValue() : JavaCoercion.toJava(read);
  }

  @Override
  public TypedValue<?> evaluateLogExpression(String expression, BindingContext bindings) {
    return attempt(() -> {
      Object found = evaluation.value(script(expression), all(bindings));
      Object plain = Values.plain(found);
      if (plain == null || plain instanceof Message) {
        return TypedValue.of(plain);
      }
      boolean raw = TypeName.BINARY.accepts(plain) || TypeName.STRING.accepts(plain);
      boolean structured = plain instanceof Map || Values.isArray(plain);
      return TypedValue.of(raw || !structured ? Text.of(plain) : DwFormat.line(Content.bare(found)));
    });
  }

  @Override
  public Iterator<TypedValue<?>> split(String expression, BindingContext bindings) {
    return attempt(() -> {
      Object value = Content.bare(evaluation.value(script(expression), all(bindings)));
      Iterator<?> items = value == null ? Collections.emptyIterator()
          : value instanceof CursorIteratorProvider provider ? provider.openCursor()
              : value instanceof Iterator<?> iterator ? iterator : Values.list(value).iterator();
      return new Iterator<TypedValue<?>>() {

        @Override
        public boolean hasNext() {
          return items.hasNext();
        }

        @Override
        public TypedValue<?> next() {
          Object item = items.next();
          return item instanceof TypedValue<?> typed ? typed : TypedValue.of(JavaCoercion.toJava(item));
        }
      };
    });
  }

  @Override
  public ValidationResult validate(String expression) {
    try {
      resources.parser().parse(withoutMarkers(expression));
      return ValidationResult.success();
    } catch (ExpressionSyntaxException e) {
      return ValidationResult.failure(e.getMessage(), expression);
    }
  }

  private BindingContext all(BindingContext bindings) {
    return BindingContext.builder(globals).addAll(bindings).build();
  }

  private Script script(String expression) {
    return scripts.computeIfAbsent(withoutMarkers(expression), resources.parser()::parse);
  }

  /** @return an expression without {@code #[]} */
  public static String withoutMarkers(String expression) {
    String text = expression.strip();
    return text.startsWith("#[") && text.endsWith("]") ? text.substring(2, text.length() - 1) : text;
  }

  /** Mule's messages have the expression. */
  private static <T> T attempt(Supplier<T> action) {
    try {
      return action.get();
    } catch (ExpressionFailedException | ExpressionSyntaxException e) {
      throw new ExpressionExecutionException(createStaticMessage(e.getMessage()), e);
    }
  }
}
