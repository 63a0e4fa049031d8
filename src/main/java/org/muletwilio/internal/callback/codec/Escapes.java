package org.muletwilio.internal.callback.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** Bytes of UTF-8 as an escape character and two hexadecimal digits: %E2 in forms and queries, ~E2 in our paths. */
final class Escapes {

  private static final String HEX = "0123456789ABCDEF";

  private Escapes() {}

  static void append(StringBuilder text, char escape, byte escaped) {
    text.append(escape).append(HEX.charAt(escaped >> 4 & 0xF)).append(HEX.charAt(escaped & 0xF));
  }

  /** @return what the part of the text says, or empty where it has a broken escape, a character beyond ASCII, or is not UTF-8 */
  static Optional<String> decode(String text, int start, int end, char escape, boolean plusIsBlank) {
    for (int i = start; i < end; i++) {
      char each = text.charAt(i);
      if (each == escape || each == '+' || each > 0x7F) {
        return unescaped(text, start, end, escape, plusIsBlank);
      }
    }
    return Optional.of(text.substring(start, end));
  }

  private static Optional<String> unescaped(String text, int start, int end, char escape, boolean plusIsBlank) {
    byte[] bytes = new byte[end - start];
    int length = 0;
    boolean ascii = true;
    for (int i = start; i < end; i++) {
      char each = text.charAt(i);
      if (each == escape) {
        int high = i + 2 < end ? digit(text.charAt(i + 1)) : -1;
        int low = i + 2 < end ? digit(text.charAt(i + 2)) : -1;
        if (high < 0 || low < 0) {
          return Optional.empty();
        }
        ascii &= high < 8;
        bytes[length++] = (byte) (high << 4 | low);
        i += 2;
      } else if (each > 0x7F) {
        return Optional.empty();
      } else {
        bytes[length++] = (byte) (plusIsBlank && each == '+' ? ' ' : each);
      }
    }
    return ascii ? Optional.of(new String(bytes, 0, length, US_ASCII)) : utf8(ByteBuffer.wrap(bytes, 0, length));
  }

  /** Strict, where a new String would replace what is not UTF-8. */
  private static Optional<String> utf8(ByteBuffer bytes) {
    try {
      return Optional.of(UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static int digit(char each) {
    return each > 0x7F ? -1 : Character.digit(each, 16);
  }
}
