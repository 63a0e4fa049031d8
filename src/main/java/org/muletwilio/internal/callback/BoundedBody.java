package org.muletwilio.internal.callback;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.mule.runtime.http.api.domain.message.request.HttpRequest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Optional;

/** Reads a body unless it is too large or too slow. */
public final class BoundedBody {

  static final int MOST_BYTES = 64 * 1024;
  private static final long LONGEST_READ_NANOS = SECONDS.toNanos(10);

  private BoundedBody() {}

  /**
   * @return the body, empty bytes where there is none, or empty where it is too large
   * @throws SocketTimeoutException if it comes too slowly: each request holds a thread until it is read
   */
  static Optional<byte[]> read(HttpRequest request) throws IOException {
    if (announcedLength(request) > MOST_BYTES) {
      return Optional.empty();
    }
    try (InputStream content = request.getEntity().getContent()) {
      return read(content, MOST_BYTES, System.nanoTime() + LONGEST_READ_NANOS);
    }
  }

  /** @return all bytes of the stream, or empty where it has more than the most */
  public static Optional<byte[]> read(InputStream content, int most) throws IOException {
    return read(content, most, System.nanoTime() + Long.MAX_VALUE / 2);
  }

  private static Optional<byte[]> read(InputStream content, int most, long endNanos) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream(1024);
    byte[] buffer = new byte[4096];
    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
      body.write(buffer, 0, read);
      if (body.size() > most) {
        return Optional.empty();
      }
      if (System.nanoTime() - endNanos > 0) {
        throw new SocketTimeoutException("the body came too slowly");
      }
    }
    return Optional.of(body.toByteArray());
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
