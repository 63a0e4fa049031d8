package org.muletwilio.testkit.mule;

import static java.util.Collections.unmodifiableMap;

import org.mule.runtime.api.event.Event;
import org.mule.runtime.api.streaming.bytes.CursorStreamProvider;
import org.mule.runtime.api.streaming.object.CursorIteratorProvider;

import org.muletwilio.testkit.expression.value.Values;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a flow ended with. A stream of bytes has been read into a {@code byte[]}, a stream of objects into a {@code List}.
 */
public record FlowResult(Object payload, Object attributes, Map<String, Object> variables, String correlationId) {

  static FlowResult of(Event event) {
    Map<String, Object> variables = new LinkedHashMap<>();
    event.getVariables().forEach((name, value) -> variables.put(name, read(value.getValue())));
    return new FlowResult(read(event.getMessage().getPayload().getValue()), event.getMessage().getAttributes().getValue(),
                          unmodifiableMap(variables), event.getCorrelationId());
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
