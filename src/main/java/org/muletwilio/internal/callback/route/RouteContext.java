package org.muletwilio.internal.callback.route;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The correlation id and the user's keys and values as one text, separated by NUL, and back. */
public final class RouteContext {

  private static final char SEPARATOR = '\0';

  private final String correlationId;
  private final Map<String, String> values;

  public RouteContext(Optional<String> correlationId, Map<String, String> values) {
    this.correlationId = correlationId.orElse("");
    this.values = values;
  }

  public Optional<String> getCorrelationId() {
    return correlationId.isEmpty() ? Optional.empty() : Optional.of(correlationId);
  }

  public Map<String, String> getValues() {
    return values;
  }

  /** @throws IllegalArgumentException if a part holds the character that parts them */
  public String toText() {
    StringBuilder text = new StringBuilder(checked(correlationId));
    values.forEach((key, value) -> text.append(SEPARATOR).append(checked(key)).append(SEPARATOR).append(checked(value)));
    return text.toString();
  }

  /** @return whether a correlation id, key or value can be part of a context */
  public static boolean canHold(String part) {
    return part.indexOf(SEPARATOR) < 0;
  }

  private static String checked(String part) {
    if (!canHold(part)) {
      throw new IllegalArgumentException("a correlation id, key or value holds the character NUL");
    }
    return part;
  }

  /** @return the parts, or empty where {@link #toText} can't have made the text */
  public static Optional<RouteContext> parse(String text) {
    int end = text.indexOf(SEPARATOR);
    String correlationId = end < 0 ? text : text.substring(0, end);
    Map<String, String> values = new LinkedHashMap<>();
    while (end >= 0) {
      int keyEnd = text.indexOf(SEPARATOR, end + 1);
      if (keyEnd < 0) {
        return Optional.empty();
      }
      int valueEnd = text.indexOf(SEPARATOR, keyEnd + 1);
      values.put(text.substring(end + 1, keyEnd), text.substring(keyEnd + 1, valueEnd < 0 ? text.length() : valueEnd));
      end = valueEnd;
    }
    return Optional.of(new RouteContext(Optional.of(correlationId), values));
  }
}
