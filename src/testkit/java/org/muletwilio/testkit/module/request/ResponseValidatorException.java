package org.muletwilio.testkit.module.request;

import org.mule.runtime.api.exception.ErrorMessageAwareException;
import org.mule.runtime.api.message.Message;
import org.mule.runtime.extension.api.exception.ModuleException;

/** An answer that is not a success. The error's message is the answer, with its attributes. */
final class ResponseValidatorException extends ModuleException implements ErrorMessageAwareException {

  private static final long serialVersionUID = 1L;

  private final transient Message answer;

  ResponseValidatorException(String request, ResponseAttributes attributes, byte[] body) {
    super(request + " was answered " + attributes.statusCode() + " " + attributes.reasonPhrase(),
          HttpError.ofStatus(attributes.statusCode()));
    answer = Message.builder().value(body).mediaType(attributes.mediaType()).attributesValue(attributes).build();
  }

  @Override
  public Message getErrorMessage() {
    return answer;
  }
}
