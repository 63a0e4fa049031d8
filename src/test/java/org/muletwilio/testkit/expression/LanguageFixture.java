package org.muletwilio.testkit.expression;

import org.mule.runtime.api.el.BindingContext;
import org.mule.runtime.api.message.Message;
import org.mule.runtime.api.metadata.DataType;
import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.api.util.MultiMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The expression language, with a payload, attributes and variables. */
abstract class LanguageFixture {

  /** Stands for an operation's result or attributes. */
  public static final class Bean {

    public String getSid() {
      return "SM1";
    }

    public boolean isTerminal() {
      return true;
    }

    public TimeUnit getUnit() {
      return TimeUnit.SECONDS;
    }

    public Optional<String> getErrorCode() {
      return Optional.empty();
    }
  }

  final EmbeddedExpressionLanguage language = new EmbeddedExpressionLanguage(
      new ApplicationResources(EmbeddedExpressionLanguageTest.class.getClassLoader(), List.of()));
  final BindingContext bindings = bindings();

  String text(String expression) {
    return (String) language.evaluate(expression, DataType.STRING, bindings).getValue();
  }

  Object to(Class<?> type, String expression) {
    return language.evaluate(expression, DataType.fromType(type), bindings).getValue();
  }

  static BindingContext bindings() {
    MultiMap<String, Object> payload = new MultiMap<>();
    payload.put("MessageStatus", "sent");
    payload.put("items", (Object) List.of("a", "b", "c"));
    payload.put("Media", "a.png");
    payload.put("Media", "b.png");
    payload.put("nested", Map.of("deep", Map.of("value", 7)));
    Map<String, TypedValue<?>> variables = Map.of("to", TypedValue.of("+15551234"), "number", TypedValue.of(3),
                                                  "json", new TypedValue<>("{}", DataType.JSON_STRING));
    return BindingContext.builder()
        .addBinding("payload", TypedValue.of(payload))
        .addBinding("attributes", TypedValue.of(new Bean()))
        .addBinding("vars", TypedValue.of(variables))
        .addBinding("correlationId", TypedValue.of("c-1"))
        .addBinding("message", TypedValue.of(Message.of(payload)))
        .build();
  }
}
