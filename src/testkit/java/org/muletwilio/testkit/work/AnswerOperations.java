package org.muletwilio.testkit.work;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.mule.runtime.extension.api.annotation.param.MediaType.APPLICATION_XML;

import org.mule.runtime.extension.api.annotation.param.MediaType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

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
}
