package org.muletwilio.testkit.mule;

import static java.util.Collections.unmodifiableMap;

import org.mule.runtime.api.component.execution.InputEvent;
import org.mule.runtime.api.event.Event;
import org.mule.runtime.api.message.Message;
import org.mule.runtime.api.metadata.DataType;
import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.api.streaming.bytes.CursorStreamProvider;
import org.mule.runtime.api.streaming.object.CursorIteratorProvider;

import org.muletwilio.testkit.expression.value.Values;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The result of a flow. A stream of bytes has been read into a {@code byte[]}, a stream of objects into a {@code List}.
 *
 * @param input an event with the same message and variables, for another flow
 */
public record FlowResult(Object payload, Object attributes, Map<String, Object> variables, String correlationId,
    InputEvent input) {

  static FlowResult of(Event event) {
    Map<String, Object> variables = new LinkedHashMap<>();
    event.getVariables().forEach((name, value) -> variables.put(name, read(value.getValue())));
    Message message = event.getMessage();
    Object payload = read(message.getPayload().getValue());
    InputEvent input = InputEvent.create().message(Message.builder(message).payload(typed(payload, message.getPayload()))
        .build());
    for (Map.Entry<String, Object> variable : variables.entrySet()) {
      TypedValue<Object> value = typed(variable.getValue(), event.getVariables().get(variable.getKey()));
      input = input.addVariable(variable.getKey(), value.getValue(), value.getDataType());
    }
    return new FlowResult(payload, message.getAttributes().getValue(), unmodifiableMap(variables),
        event.getCorrelationId(), input);
  }

  private static TypedValue<Object> typed(Object value, TypedValue<?> original) {
    return new TypedValue<>(value, DataType.builder(DataType.fromObject(value)).mediaType(original.getDataType().getMediaType())
        .build());
  }

  private static Object read(Object value) {
    if (value instanceof CursorIteratorProvider) {
      return Values.list(value);
    }
    if (!(value instanceof CursorStreamProvider) && !(value instanceof InputStream)) {
      return value;
    }
    try (InputStream in = value instanceof InputStream ? (InputStream) value : ((CursorStreamProvider) value).openCursor()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
