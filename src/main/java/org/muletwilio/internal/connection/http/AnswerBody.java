package org.muletwilio.internal.connection.http;

import static java.lang.Math.min;

import org.mule.runtime.http.api.domain.message.response.HttpResponse;

import org.muletwilio.internal.callback.codec.Excerpt;
import org.muletwilio.internal.callback.codec.Gzip;
import org.muletwilio.internal.callback.codec.PipedContent;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Reads the body of an answer while it arrives: however large it is, no more than the most that is allowed is kept in memory. */
final class AnswerBody {

  static final int MOST_BYTES = 16 * 1024 * 1024;

  private static final int FIRST_BYTES = 8 * 1024;
  private static final int FIRST_ERROR = 400;
  private static final Pattern GZIP = Pattern.compile("(?i)(?:x-)?gzip");

  private AnswerBody() {}

  /** @return the body, to be read and closed */
  static InputStream contentOf(HttpResponse response) {
    return new PipedContent(response.getEntity().getContent());
  }

  /**
   * @param response says how long the body is, if it says so
   * @param content the body
   * @return the whole body
   * @throws UnreadAnswerException if it ends before its announced end, or is too large; the rest is not read then
   */
  static byte[] read(HttpResponse response, InputStream content) throws UnreadAnswerException {
    int status = response.getStatusCode();
    long announced = announcedLength(response);
    if (announced > MOST_BYTES) {
      throw UnreadAnswerException.tooLarge(status, MOST_BYTES);
    }
    byte[] body = new byte[announced < 0 ? FIRST_BYTES : (int) min(announced + 1, FIRST_BYTES)];
    int length = 0;
    try {
      for (int read = content.read(body); read >= 0; read = content.read(body, length, body.length - length)) {
        length += read;
        if (length > MOST_BYTES) {
          throw UnreadAnswerException.tooLarge(status, MOST_BYTES);
        }
        if (length == body.length) {
          body = Arrays.copyOf(body, min(2 * length, MOST_BYTES + 1));
        }
      }
    } catch (UnreadAnswerException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw UnreadAnswerException.cut(status, length, announced, e);
    }
    if (length < announced) {
      throw UnreadAnswerException.cut(status, length, announced, null);
    }
    return Arrays.copyOf(body, length);
  }

  /**
   * @param response says how the body is encoded, if it is
   * @param body the whole body
   * @return the body as text; that of an error is left out where it can't be decoded: its status says enough
   * @throws UnreadAnswerException if a success can't be decoded, or is too large then
   */
  static byte[] decode(HttpResponse response, byte[] body) throws UnreadAnswerException {
    String coding = response.getHeaderValue("content-encoding");
    if (coding == null || coding.trim().equalsIgnoreCase("identity") || body.length == 0) {
      return body;
    }
    int status = response.getStatusCode();
    try {
      if (!GZIP.matcher(coding.trim()).matches()) {
        throw UnreadAnswerException.encoded(status, Excerpt.of(coding), null);
      }
      // a client may have decoded it already
      return Gzip.isGzip(body) ? Gzip.decode(body, MOST_BYTES)
          .orElseThrow(() -> UnreadAnswerException.tooLarge(status, MOST_BYTES)) : body;
    } catch (IOException e) {
      if (status >= FIRST_ERROR) {
        return new byte[0];
      }
      throw e instanceof UnreadAnswerException ? (UnreadAnswerException) e
          : UnreadAnswerException.encoded(status, Excerpt.of(coding), e);
    }
  }

  private static long announcedLength(HttpResponse response) {
    String length = response.getHeaderValue("content-length");
    try {
      return length == null ? -1 : Long.parseLong(length.trim());
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
