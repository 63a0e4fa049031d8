package org.muletwilio.internal.callback.codec;

/**
 * Text from outside as it may stand in a log: what could end a line, hide a part of it or turn it round is escaped, and what is
 * too long is cut.
 */
public final class LogText {

  /** Longer than any sentence of the connector's own. */
  static final int MOST_CHARACTERS = 1000;

  private static final String HEX = "0123456789abcdef";

  private LogText() {}

  /**
   * @param value anything; its text is used
   * @return the text on one line, with control, format and separator characters and broken surrogates as escapes
   */
  public static String of(Object value) {
    return of(value, MOST_CHARACTERS);
  }

  /**
   * @param value anything; its text is used
   * @param most how many characters of it are shown
   * @return the text on one line, with control, format and separator characters and broken surrogates as escapes
   */
  public static String of(Object value, int most) {
    String text = String.valueOf(value);
    if (text.length() <= most && isPlain(text)) {
      return text;
    }
    StringBuilder safe = new StringBuilder(Math.min(text.length(), most) + 32);
    int i = 0;
    while (i < text.length() && safe.length() < most) {
      int each = text.codePointAt(i);
      if (isHarmless(each)) {
        safe.appendCodePoint(each);
      } else {
        append(safe, each);
      }
      i += Character.charCount(each);
    }
    return i < text.length() ? safe.append("... (").append(text.length()).append(" characters)").toString() : safe.toString();
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  private static boolean isHarmless(int each) {
    switch (Character.getType(each)) {
      case Character.CONTROL:
      case Character.FORMAT:
      case Character.LINE_SEPARATOR:
      case Character.PARAGRAPH_SEPARATOR:
      case Character.SURROGATE:
      case Character.PRIVATE_USE:
      case Character.UNASSIGNED:
        return false;
      default:
        return true;
    }
  }

  private static void append(StringBuilder safe, int each) {
    switch (each) {
      case '\n':
        safe.append("\\n");
        break;
      case '\r':
        safe.append("\\r");
        break;
      case '\t':
        safe.append("\\t");
        break;
      default:
        for (char unit : Character.toChars(each)) {
          safe.append("\\u");
          for (int shift = 12; shift >= 0; shift -= 4) {
            safe.append(HEX.charAt(unit >> shift & 0xF));
          }
        }
    }
  }
}
