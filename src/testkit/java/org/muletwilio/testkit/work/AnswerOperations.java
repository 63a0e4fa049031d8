package org.muletwilio.testkit.work;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.mule.runtime.extension.api.annotation.param.MediaType.APPLICATION_XML;
import static org.mule.runtime.extension.api.annotation.param.MediaType.TEXT_PLAIN;

import org.mule.runtime.extension.api.annotation.param.Content;
import org.mule.runtime.extension.api.annotation.param.MediaType;
import org.mule.runtime.extension.api.annotation.param.Optional;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Returns a text in another form. */
public class AnswerOperations {

  @MediaType(APPLICATION_XML)
  public byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  @MediaType(APPLICATION_XML)
  public InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  /**
   * Reads a stream to its end, as a connector that stores it would.
   *
   * @param pauseMillis after each 64 KiB
   * @return its size and SHA-256, separated by a blank
   */
  @MediaType(TEXT_PLAIN)
  public String consume(@Content InputStream content, @Optional(defaultValue = "0") int pauseMillis) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    byte[] buffer = new byte[64 * 1024];
    long size = 0;
    try (InputStream in = content) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
        size += read;
        Thread.sleep(pauseMillis);
      }
    }
    return size + " " + HexFormat.of().formatHex(digest.digest());
  }
}
