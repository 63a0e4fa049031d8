package org.muletwilio.internal.callback.codec;

/** A text from outside as a log line or an error shows it: on one line, without control characters, and of a bounded length. */
public final class Excerpt {

  private static final int MOST_CHARACTERS = 100;

  private Excerpt() {}

  /** @return the first 100 characters of the text, with … where there are more; "null" for null */
  public static String of(String text) {
    return of(text, MOST_CHARACTERS);
  }

  /**
   * @param text any text
   * @param most how many of its characters are shown
   * @return the start of the text, with … where there is more; "null" for null
   */
  public static String of(String text, int most) {
    if (text == null) {
      return "null";
    }
    StringBuilder shown = new StringBuilder(Math.min(text.length(), most) + 16);
    int i = 0;
    for (int count = 0; i < text.length() && count < most; count++) {
      int each = text.codePointAt(i);
      append(shown, each);
      i += Character.charCount(each);
    }
    return i < text.length() ? shown.append('…').toString() : shown.toString();
  }

  private static void append(StringBuilder shown, int character) {
    switch (Character.getType(character)) {
      case Character.CONTROL:
      case Character.FORMAT:
      case Character.LINE_SEPARATOR:
      case Character.PARAGRAPH_SEPARATOR:
      case Character.SURROGATE:
      case Character.PRIVATE_USE:
      case Character.UNASSIGNED:
        shown.append(String.format(character > 0xFFFF ? "\\U%08X" : "\\u%04X", character));
        break;
      default:
        shown.appendCodePoint(character);
    }
  }
}
