package org.muletwilio.internal.callback.content;

import static java.util.Collections.emptyMap;
import static java.util.Locale.ROOT;

import org.mule.runtime.api.metadata.TypedValue;

import org.muletwilio.internal.callback.codec.Excerpt;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The headers that a flow gives its answer. They can neither change where the answer ends nor add a second one. */
final class AnswerHeaders {

  private static final int MOST_CHARACTERS = 8 * 1024;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
  private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7E\\t]*");
  /** Those that the HTTP service writes, or that the payload has. */
  private static final Set<String> RESERVED = new HashSet<>(Arrays.asList("connection", "content-length", "content-type", "date",
      "keep-alive", "proxy-authenticate", "te", "trailer", "transfer-encoding", "upgrade"));

  private AnswerHeaders() {}

  /** @return as {@link #of}; the address of the page, which has a state, stays with the browser unless the flow says otherwise */
  static Map<String, String> ofPage(TypedValue<?> variable) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("Cache-Control", "no-store");
    headers.put("Referrer-Policy", "no-referrer");
    headers.putAll(of(variable));
    return headers;
  }

  /**
   * @param variable an object of names and values, or null
   * @throws IllegalArgumentException if one of them can't be a header
   */
  static Map<String, String> of(TypedValue<?> variable) {
    Object value = variable == null ? null : variable.getValue();
    if (value == null) {
      return emptyMap();
    }
    if (!(value instanceof Map)) {
      throw new IllegalArgumentException("vars." + WebhookAnswer.HEADERS + " is a " + value.getClass().getSimpleName()
          + ": it must be an object of names and values");
    }
    Map<String, String> headers = new LinkedHashMap<>();
    int characters = 0;
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
      String name = String.valueOf(entry.getKey());
      String text = String.valueOf(entry.getValue());
      characters += name.length() + text.length();
      if (!NAME.matcher(name).matches() || !VALUE.matcher(text).matches() || RESERVED.contains(name.toLowerCase(ROOT))) {
        throw new IllegalArgumentException("vars." + WebhookAnswer.HEADERS + " has '" + Excerpt.of(name, 40)
            + "', which can't be set: the name or value has characters that no header has, or it is a header of the connection "
            + "or the payload");
      }
      headers.put(name, text);
    }
    if (characters > MOST_CHARACTERS) {
      throw new IllegalArgumentException("vars." + WebhookAnswer.HEADERS + " has over " + MOST_CHARACTERS + " characters");
    }
    return headers;
  }
}
