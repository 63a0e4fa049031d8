package org.muletwilio.internal.callback.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

/**
 * Writes any name as one segment of a path. Letters, digits, - and _ stay; every other byte of UTF-8 becomes ~XX. Percent escapes
 * would do on paper, but proxies and tunnels decode, encode or refuse them (%2F above all); the ~ is left alone by every one.
 */
public final class PathSegmentCodec {

  private static final char ESCAPE = '~';

  private PathSegmentCodec() {}

  /** @return the name as a segment, of letters, digits, - _ and ~ */
  public static String encode(String name) {
    if (isPlain(name)) {
      return name;
    }
    StringBuilder segment = new StringBuilder(name.length() + 16);
    for (byte each : name.getBytes(UTF_8)) {
      if (isPlain(each)) {
        segment.append((char) each);
      } else {
        Escapes.append(segment, ESCAPE, each);
      }
    }
    return segment.toString();
  }

  /** @return the name, or empty where {@link #encode} can't have written the segment: each name has one segment alone */
  public static Optional<String> decode(String segment) {
    return isPlain(segment) ? Optional.of(segment)
        : Escapes.decode(segment, 0, segment.length(), ESCAPE, false).filter(name -> encode(name).equals(segment));
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isPlain(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(int each) {
    return each >= 'a' && each <= 'z' || each >= 'A' && each <= 'Z' || each >= '0' && each <= '9' || each == '-' || each == '_';
  }
}
