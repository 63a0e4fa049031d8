package org.muletwilio.internal.callback.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.mule.runtime.api.util.MultiMap;

import java.io.UnsupportedEncodingException;
import java.net.URLEncoder;
import java.util.Optional;

/** Reads and writes application/x-www-form-urlencoded text, of bodies and of queries, in UTF-8. */
public final class FormFields {

  private FormFields() {}

  /** @return the fields in the order of the text, or empty where the text has broken escapes or is no UTF-8 */
  public static Optional<MultiMap<String, String>> decode(String text) {
    MultiMap<String, String> fields = new MultiMap<>();
    int start = 0;
    while (start < text.length()) {
      int ampersand = text.indexOf('&', start);
      int end = ampersand < 0 ? text.length() : ampersand;
      if (end > start) {
        int equals = text.indexOf('=', start);
        boolean hasValue = equals >= 0 && equals < end;
        Optional<String> name = decode(text, start, hasValue ? equals : end);
        Optional<String> value = hasValue ? decode(text, equals + 1, end) : Optional.of("");
        if (!name.isPresent() || !value.isPresent()) {
          return Optional.empty();
        }
        fields.put(name.get(), value.get());
      }
      start = end + 1;
    }
    return Optional.of(fields);
  }

  /** @return the text with everything escaped that has a meaning in a URL or a form; a blank is %20, which both understand */
  public static String encode(String text) {
    try {
      return URLEncoder.encode(text, UTF_8.name()).replace("+", "%20");
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<String> decode(String text, int start, int end) {
    return Escapes.decode(text, start, end, '%', true);
  }
}
