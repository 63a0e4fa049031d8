package org.muletwilio.internal.callback.codec;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** Reads a stream to its end unless it has too many bytes. */
public final class BoundedBody {

  private static final int USUAL_BYTES = 2048;

  private BoundedBody() {}

  /** @return all bytes of the stream, or empty where it has more than the most */
  public static Optional<byte[]> read(InputStream content, int most) throws IOException {
    byte[] body = new byte[Math.min(USUAL_BYTES, most + 1)];
    int length = 0;
    for (int read = content.read(body, 0, body.length); read >= 0; read = content.read(body, length, body.length - length)) {
      length += read;
      if (length > most) {
        return Optional.empty();
      }
      if (length == body.length) {
        body = Arrays.copyOf(body, Math.min(2 * length, most + 1));
      }
    }
    return Optional.of(Arrays.copyOf(body, length));
  }
}
