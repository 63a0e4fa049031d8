package org.muletwilio.internal.callback.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Collections.singletonList;

import org.mule.runtime.api.util.MultiMap;

import java.io.UnsupportedEncodingException;
import java.net.URLEncoder;
import java.util.Optional;

/**
 * Reads and writes application/x-www-form-urlencoded text, of bodies and of queries, in UTF-8. Reading takes time in proportion
 * to the text, whatever it holds: texts are read before their sender is known.
 */
public final class FormFields {

  /** Twilio sends up to some 60 fields, and one for each of a caller's own parameters. */
  public static final int MOST_FIELDS = 500;

  private FormFields() {}

  /**
   * @return the fields in the order of the text, or empty where the text has broken escapes, is not UTF-8, or has more than
   *         {@link #MOST_FIELDS} fields
   */
  public static Optional<MultiMap<String, String>> decode(String text) {
    MultiMap<String, String> fields = new MultiMap<>();
    int count = 0;
    int start = 0;
    while (start < text.length()) {
      int ampersand = text.indexOf('&', start);
      int end = ampersand < 0 ? text.length() : ampersand;
      if (end > start) {
        int nameEnd = endOfName(text, start, end);
        Optional<String> name = decode(text, start, nameEnd);
        Optional<String> value = nameEnd == end ? Optional.of("") : decode(text, nameEnd + 1, end);
        if (!name.isPresent() || !value.isPresent() || ++count > MOST_FIELDS) {
          return Optional.empty();
        }
        add(fields, name.get(), value.get());
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

  /** Another value of a name is put as a list of one: to put it by itself copies all values before it. */
  private static void add(MultiMap<String, String> fields, String name, String value) {
    if (fields.containsKey(name)) {
      fields.put(name, singletonList(value));
    } else {
      fields.put(name, value);
    }
  }

  /** Looks no further than the field: a search to the end of the text, for each field without a value, takes ever longer. */
  private static int endOfName(String text, int start, int end) {
    int nameEnd = start;
    while (nameEnd < end && text.charAt(nameEnd) != '=') {
      nameEnd++;
    }
    return nameEnd;
  }

  private static Optional<String> decode(String text, int start, int end) {
    return Escapes.decode(text, start, end, '%', true);
  }
}
