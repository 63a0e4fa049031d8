package org.muletwilio.simulator.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON as maps, lists, texts, numbers, booleans and null. */
public final class JsonReader {

  /** Deeper JSON would take more stack than a thread has. */
  private static final int DEEPEST = 200;

  private final String text;
  private int at;
  private int depth;

  private JsonReader(String text) {
    this.text = text;
  }

  /**
   * @param text a JSON object
   * @throws ApiError if it is not one
   */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> object(String text) {
    JsonReader reader = new JsonReader(text);
    Object value = reader.value();
    if (!(value instanceof Map) || reader.next() != 0) {
      throw reader.malformed();
    }
    return (Map<String, Object>) value;
  }

  /** @return the JSON object, or an empty one where the text is blank or anything else */
  public static Map<String, Object> objectOrEmpty(String text) {
    try {
      return text.isBlank() ? Map.of() : object(text);
    } catch (ApiError | IllegalArgumentException e) {
      return Map.of();
    }
  }

  private Object value() {
    char first = next();
    if (first == '{' || first == '[') {
      if (++depth > DEEPEST) {
        throw malformed();
      }
      Object value = first == '{' ? members() : items();
      depth--;
      return value;
    }
    if (first == '"') {
      return string();
    }
    int start = at;
    while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return literal(text.substring(start, at));
  }

  private Object literal(String word) {
    switch (word) {
      case "true", "false":
        return Boolean.valueOf(word);
      case "null":
        return null;
      default:
        if (!word.matches("-?(0|[1-9][0-9]{0,99})([.][0-9]{1,99})?([eE][-+]?[0-9]{1,3})?")) {
          throw malformed();
        }
        return word.matches("-?[0-9]{1,18}") ? (Object) Long.valueOf(word) : (Object) Double.valueOf(word);
    }
  }

  private Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    expect('{');
    while (next() != '}') {
      if (!members.isEmpty()) {
        expect(',');
      }
      if (next() != '"') {
        throw malformed();
      }
      String name = string();
      expect(':');
      members.put(name, value());
    }
    at++;
    return members;
  }

  private List<Object> items() {
    List<Object> items = new ArrayList<>();
    expect('[');
    while (next() != ']') {
      if (!items.isEmpty()) {
        expect(',');
      }
      items.add(value());
    }
    at++;
    return items;
  }

  private String string() {
    expect('"');
    StringBuilder out = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at++);
      out.append(c == '\\' ? escaped() : c);
    }
    expect('"');
    return out.toString();
  }

  private char escaped() {
    if (at >= text.length()) {
      throw malformed();
    }
    char c = text.charAt(at++);
    if (c == 'u' && at + 4 <= text.length()) {
      String code = text.substring(at, at + 4);
      if (!code.matches("[0-9a-fA-F]{4}")) {
        throw malformed();
      }
      at += 4;
      return (char) Integer.parseInt(code, 16);
    }
    int place = "nrtbf".indexOf(c);
    return place < 0 ? c : "\n\r\t\b\f".charAt(place);
  }

  private void expect(char expected) {
    if (next() != expected) {
      throw malformed();
    }
    at++;
  }

  /** The next character other than white space, or 0 at the end. */
  private char next() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private ApiError malformed() {
    return ApiError.invalid(20001, "Malformed JSON at character " + at);
  }
}
