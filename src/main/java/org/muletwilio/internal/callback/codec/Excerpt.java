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
    int end = text.codePointCount(0, text.length()) > most ? text.offsetByCodePoints(0, most) : text.length();
    String shown = LogText.of(text.substring(0, end));
    return end < text.length() ? shown + '…' : shown;
  }
}
