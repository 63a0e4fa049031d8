package org.muletwilio.internal.callback.codec;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.mule.runtime.http.api.domain.message.request.HttpRequest;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Optional;

/** Reads a body unless it is too large or too slow. */
public final class BoundedBody {

  public static final int MOST_BYTES = 64 * 1024;
  private static final int USUAL_BYTES = 2048;
  private static final long LONGEST_READ_NANOS = SECONDS.toNanos(10);

  private BoundedBody() {}

  /**
   * @return the body, empty bytes where there is none, or empty where it is too large
   * @throws SocketTimeoutException if it comes too slowly: each request holds a thread until it is read
   */
  public static Optional<byte[]> read(HttpRequest request) throws IOException {
    long announced = announcedLength(request);
    if (announced > MOST_BYTES) {
      return Optional.empty();
    }
    try (InputStream content = request.getEntity().getContent()) {
      return read(content, announced > 0 ? (int) announced + 1 : USUAL_BYTES, MOST_BYTES, System.nanoTime() + LONGEST_READ_NANOS);
    }
  }

  /** @return all bytes of the stream, or empty where it has more than the most */
  public static Optional<byte[]> read(InputStream content, int most) throws IOException {
    return read(content, USUAL_BYTES, most, System.nanoTime() + Long.MAX_VALUE / 2);
  }

  /** @param expected bytes to make room for: one more than will come, so that the end is seen without more room */
  private static Optional<byte[]> read(InputStream content, int expected, int most, long endNanos) throws IOException {
    byte[] body = new byte[Math.min(expected, most + 1)];
    int length = 0;
    for (int read = content.read(body, 0, body.length); read >= 0; read = content.read(body, length, body.length - length)) {
      length += read;
      if (length > most) {
        return Optional.empty();
      }
      if (System.nanoTime() - endNanos > 0) {
        throw new SocketTimeoutException("the body came too slowly");
      }
      if (length == body.length) {
        body = Arrays.copyOf(body, Math.min(2 * length, most + 1));
      }
    }
    return Optional.of(Arrays.copyOf(body, length));
  }

  private static long announcedLength(HttpRequest request) {
    String length = request.getHeaderValue("content-length");
    try {
      return length == null ? 0 : Long.parseLong(length.trim());
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }
}
