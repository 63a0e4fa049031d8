package org.muletwilio.internal.callback.signature;

import static java.util.Arrays.asList;
import static java.util.Collections.emptyList;

import org.muletwilio.internal.callback.codec.FormFields;

import java.util.List;

/**
 * Other ways to write the fields of a query. Twilio signs the fields of a callback by GET before they are escaped as they are
 * sent, and not all parts of Twilio escape alike. None of the ways touches a character that separates fields, so that all say the
 * same.
 */
final class QuerySpellings {

  /** Of the characters that RFC 3986 allows in a query those that mean nothing there. */
  private static final String LEGAL = "-._~!$'()*,;:@/?";
  private static final int ESCAPE_LENGTH = 3;

  private QuerySpellings() {}

  /**
   * The likeliest first: characters that a query may hold stand for themselves, <code>sip%3Aalice%40</code> is signed as
   * sip:alice@, all of them or all but the semicolon, which once separated fields; as JavaScript escapes, blanks as %20 and
   * <code>' ( ) ! * ~</code> not at all; the first with + for %20, or the other way round; as sent with + for %20, or the other
   * way round; as HTML forms and Java escape, where a proxy has changed escapes on the way.
   *
   * @param fields a part of a query: each field with the character before it
   * @return the same fields in other spellings; none where there are no fields
   */
  static List<String> of(String fields) {
    if (fields.isEmpty()) {
      return emptyList();
    }
    String plain = unescape(fields);
    String escaped = escape(fields);
    String javaScript = escaped.replace("%27", "'").replace("%28", "(").replace("%29", ")").replace("%21", "!")
        .replace("%7E", "~");
    return asList(plain, plain.replace(";", "%3B"), javaScript, swapBlanks(plain), swapBlanks(fields),
                  escaped.replace("%20", "+"));
  }

  private static String unescape(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      int escaped = each == '%' && i + ESCAPE_LENGTH <= text.length() ? asciiAt(text, i + 1) : -1;
      if (escaped >= 0 && LEGAL.indexOf(escaped) >= 0) {
        plain.append((char) escaped);
        i += ESCAPE_LENGTH - 1;
      } else {
        plain.append(each);
      }
    }
    return plain.toString();
  }

  private static int asciiAt(String text, int start) {
    int high = Character.digit(text.charAt(start), 16);
    int low = Character.digit(text.charAt(start + 1), 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  private static String swapBlanks(String text) {
    return text.contains("%20") ? text.replace("%20", "+") : text.replace("+", "%20");
  }

  /** Reads the fields and writes them anew, in their order. */
  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int start = 0; start < text.length();) {
      int next = text.indexOf('&', start + 1);
      int end = next < 0 ? text.length() : next;
      escaped.append(text.charAt(start)).append(escapeField(text.substring(start + 1, end)));
      start = end;
    }
    return escaped.toString();
  }

  private static String escapeField(String field) {
    StringBuilder escaped = new StringBuilder(field.length());
    FormFields.decode(field).ifPresent(decoded -> decoded.keySet().forEach(name ->
        escaped.append(FormFields.encode(name)).append('=').append(FormFields.encode(decoded.get(name)))));
    return escaped.toString();
  }
}
