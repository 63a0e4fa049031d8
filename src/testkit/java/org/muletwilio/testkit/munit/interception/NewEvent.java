package org.muletwilio.testkit.munit.interception;

import org.mule.runtime.api.interception.InterceptionEvent;
import org.mule.runtime.api.message.ErrorType;
import org.mule.runtime.api.message.Message;
import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.core.internal.interception.DefaultInterceptionEvent;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code munit:set-event} makes of an event. An operation of Mule can't set variables or an error, so it gives this as its
 * payload, and what stands around it does the rest.
 *
 * @param cloned whether what isn't given here stays as it was
 */
public record NewEvent(boolean cloned, Optional<TypedValue<?>> payload, Optional<TypedValue<?>> attributes,
                       Map<String, TypedValue<?>> variables, Optional<EventError> error) {

  /** An error that flows see as {@code error}. */
  public record EventError(ErrorType type, Throwable cause) {
  }

  /**
   * @param before the message before {@code set-event}
   */
  void applyTo(InterceptionEvent event, Message before) {
    TypedValue<?> otherPayload = cloned ? before.getPayload() : TypedValue.of(null);
    TypedValue<?> otherAttributes = cloned ? before.getAttributes() : TypedValue.of(null);
    event.message(Message.builder().payload(typed(payload.isPresent() ? payload.get() : otherPayload))
        .attributes(typed(attributes.isPresent() ? attributes.get() : otherAttributes)).build());
    if (!cloned) {
      event.variables(new LinkedHashMap<>());
    }
    variables.forEach((name, value) -> event.addVariable(name, value.getValue(), value.getDataType()));
    error.ifPresent(each -> ((DefaultInterceptionEvent) event).setError(each.type, each.cause));
  }

  @SuppressWarnings("unchecked")
  static TypedValue<Object> typed(TypedValue<?> value) {
    return (TypedValue<Object>) value;
  }
}
