package org.muletwilio.internal.connection;

import org.mule.runtime.http.api.domain.message.response.HttpResponse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The body of an answer, up to a size that no answer of Twilio's reaches. */
final class AnswerBody {

  private static final int MOST_BYTES = 16 * 1024 * 1024;

  private AnswerBody() {}

  static byte[] read(HttpResponse answer) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream(4096);
    byte[] buffer = new byte[8192];
    try (InputStream content = answer.getEntity().getContent()) {
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        body.write(buffer, 0, read);
        if (body.size() > MOST_BYTES) {
          throw new IOException("the answer is larger than " + MOST_BYTES + " bytes");
        }
      }
    }
    return body.toByteArray();
  }
}
