package org.muletwilio.testkit.module.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.mule.runtime.api.exception.ErrorMessageAwareException;
import org.mule.runtime.api.message.Message;
import org.mule.runtime.api.metadata.MediaType;
import org.mule.runtime.extension.api.exception.ModuleException;

import org.apache.commons.lang3.StringUtils;

/** An answer that is not a success. The error's message is the answer, with its attributes. */
final class ResponseValidatorException extends ModuleException implements ErrorMessageAwareException {

  private static final long serialVersionUID = 1L;

  private static final int LONGEST_EXCERPT = 200;

  private final transient Message answer;

  ResponseValidatorException(String request, ResponseAttributes attributes, byte[] body) {
    super(request + " was answered " + attributes.statusCode() + " " + attributes.reasonPhrase() + excerpt(attributes, body),
          HttpError.ofStatus(attributes.statusCode()));
    answer = Message.builder().value(body).mediaType(attributes.mediaType()).attributesValue(attributes).build();
  }

  /** @return the start of an answer that is text, since it often says what is wrong */
  private static String excerpt(ResponseAttributes attributes, byte[] body) {
    MediaType type = attributes.mediaType();
    boolean text = type.getPrimaryType().equals("text") || type.getSubType().contains("json");
    return text && body.length > 0
        ? ": " + StringUtils.abbreviate(new String(body, UTF_8).replaceAll("\\p{Cntrl}+", " ").strip(), LONGEST_EXCERPT) : "";
  }

  @Override
  public Message getErrorMessage() {
    return answer;
  }
}
