package org.muletwilio.internal.twiml;

/** The characters that XML 1.0 can hold. */
final class XmlText {

  private XmlText() {}

  /** @return the text without the characters that XML can't hold, not even escaped: controls, U+FFFE, half surrogate pairs */
  static String of(String text) {
    int first = 0;
    while (first < text.length() && isHeld(text.codePointAt(first))) {
      first += Character.charCount(text.codePointAt(first));
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder held = new StringBuilder(text.length()).append(text, 0, first);
    for (int i = first; i < text.length();) {
      int each = text.codePointAt(i);
      if (isHeld(each)) {
        held.appendCodePoint(each);
      }
      i += Character.charCount(each);
    }
    return held.toString();
  }

  private static boolean isHeld(int character) {
    return character == '\t' || character == '\n' || character == '\r' || character >= ' ' && character <= 0xD7FF
        || character >= 0xE000 && character <= 0xFFFD || character >= 0x10000;
  }
}
