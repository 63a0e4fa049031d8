package org.muletwilio.internal.callback.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Writes parameters as a body of application/x-www-form-urlencoded, as Java's URLEncoder does: a callback's address has hundreds
 * of characters, for which that takes longer than all else that the connector does for a request.
 */
public final class FormBody {

  private static final byte[] HEX = "0123456789ABCDEF".getBytes(US_ASCII);
  private static final int ESCAPED_BYTES = 3;

  private byte[] bytes = new byte[1024];
  private int length;

  private FormBody() {}

  /**
   * @param parameters values by their names; null values are left out
   * @return the body
   */
  public static byte[] of(Map<String, List<String>> parameters) {
    FormBody body = new FormBody();
    parameters.forEach((name, values) -> values.forEach(value -> body.add(name, value)));
    return Arrays.copyOf(body.bytes, body.length);
  }

  private void add(String name, String value) {
    if (value != null) {
      if (length > 0) {
        append('&');
      }
      append(name.getBytes(UTF_8));
      append('=');
      append(value.getBytes(UTF_8));
    }
  }

  private void append(byte[] text) {
    makeRoom(ESCAPED_BYTES * text.length);
    for (byte each : text) {
      if (isPlain(each)) {
        bytes[length++] = each;
      } else if (each == ' ') {
        bytes[length++] = '+';
      } else {
        bytes[length++] = '%';
        bytes[length++] = HEX[each >> 4 & 0xF];
        bytes[length++] = HEX[each & 0xF];
      }
    }
  }

  private void append(char separator) {
    makeRoom(1);
    bytes[length++] = (byte) separator;
  }

  private void makeRoom(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(length, more)));
    }
  }

  private static boolean isPlain(byte each) {
    return each >= 'a' && each <= 'z' || each >= 'A' && each <= 'Z' || each >= '0' && each <= '9' || each == '-' || each == '_'
        || each == '.' || each == '*';
  }
}
