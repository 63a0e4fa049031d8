package org.muletwilio.internal.callback.content;

import org.mule.runtime.api.streaming.bytes.CursorStreamProvider;

import org.muletwilio.internal.callback.codec.BoundedBody;

import java.io.IOException;
import java.io.InputStream;

/** Reads the payload that a flow ends with, up to the size that Twilio takes. */
final class PayloadBytes {

  static final int MOST = 64 * 1024;

  private PayloadBytes() {}

  /**
   * @param value bytes or a stream
   * @return the bytes
   * @throws IllegalArgumentException if it is neither, can't be read, or is too large
   */
  static byte[] of(Object value) {
    if (value instanceof byte[]) {
      return requireSize((byte[]) value).clone();
    }
    try (InputStream stream = value instanceof CursorStreamProvider ? ((CursorStreamProvider) value).openCursor()
        : value instanceof InputStream ? (InputStream) value : null) {
      if (stream == null) {
        throw new IllegalArgumentException("it is a " + value.getClass().getSimpleName() + ", not text, bytes or a stream");
      }
      return requireSize(BoundedBody.read(stream, MOST).orElse(new byte[MOST + 1]));
    } catch (IOException e) {
      throw new IllegalArgumentException("it can't be read: " + e.getMessage(), e);
    }
  }

  /** @throws IllegalArgumentException if there are more bytes than Twilio takes */
  static byte[] requireSize(byte[] bytes) {
    if (bytes.length > MOST) {
      throw new IllegalArgumentException("it is over " + MOST + " bytes, which is the most that Twilio takes");
    }
    return bytes;
  }
}
