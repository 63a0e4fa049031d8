package org.muletwilio.internal.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
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

  /** @return what the part of the text says, or empty where it has a broken escape, a character beyond ASCII, or is no UTF-8 */
  static Optional<String> decode(String text, int start, int end, char escape, boolean plusIsBlank) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(end - start);
    for (int i = start; i < end; i++) {
      char each = text.charAt(i);
      if (each == escape) {
        int high = i + 2 < end ? digit(text.charAt(i + 1)) : -1;
        int low = i + 2 < end ? digit(text.charAt(i + 2)) : -1;
        if (high < 0 || low < 0) {
          return Optional.empty();
        }
        bytes.write(high << 4 | low);
        i += 2;
      } else if (each > 0x7F) {
        return Optional.empty();
      } else {
        bytes.write(plusIsBlank && each == '+' ? ' ' : each);
      }
    }
    try {
      return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static int digit(char each) {
    return each > 0x7F ? -1 : Character.digit(each, 16);
  }
}
