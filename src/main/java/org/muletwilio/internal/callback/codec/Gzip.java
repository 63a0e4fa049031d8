package org.muletwilio.internal.callback.codec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Bytes in gzip. */
public final class Gzip {

  private static final int FIRST = 0x1F;
  private static final int SECOND = 0x8B;
  private static final int BYTE = 0xFF;

  private Gzip() {}

  /** @return the bytes in gzip */
  public static byte[] encode(byte[] plain) {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(encoded)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new IllegalStateException("memory can be written to", e);
    }
    return encoded.toByteArray();
  }

  /** @return whether the bytes begin as gzip does */
  public static boolean isGzip(byte[] bytes) {
    return bytes.length > 1 && (bytes[0] & BYTE) == FIRST && (bytes[1] & BYTE) == SECOND;
  }

  /**
   * @param most how many bytes there may be; no more than these are ever decoded
   * @return the plain bytes, or empty where there are more
   * @throws IOException if they are not gzip, or are cut
   */
  public static Optional<byte[]> decode(byte[] encoded, int most) throws IOException {
    try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(encoded))) {
      return BoundedBody.read(gzip, most);
    }
  }
}
