package org.muletwilio.testkit.module.request;

import org.mule.runtime.extension.api.error.ErrorTypeDefinition;
import org.mule.runtime.extension.api.error.MuleErrors;

import java.util.Arrays;
import java.util.Optional;

/** The errors of a request. */
public enum HttpError implements ErrorTypeDefinition<HttpError> {

  PARSING(0), TIMEOUT(0), CONNECTIVITY(0), RESPONSE_VALIDATION(0), BAD_REQUEST(400), UNAUTHORIZED(401), FORBIDDEN(403),
  NOT_FOUND(404), METHOD_NOT_ALLOWED(405), NOT_ACCEPTABLE(406), UNSUPPORTED_MEDIA_TYPE(415), TOO_MANY_REQUESTS(429),
  INTERNAL_SERVER_ERROR(500), BAD_GATEWAY(502), SERVICE_UNAVAILABLE(503), GATEWAY_TIMEOUT(504);

  private final int status;

  HttpError(int status) {
    this.status = status;
  }

  /** @return the error for a status that isn't a success */
  static HttpError ofStatus(int status) {
    return Arrays.stream(values()).filter(error -> error.status == status).findFirst().orElse(RESPONSE_VALIDATION);
  }

  @Override
  public Optional<ErrorTypeDefinition<? extends Enum<?>>> getParent() {
    return this == CONNECTIVITY ? Optional.of(MuleErrors.CONNECTIVITY)
        : status == 0 ? Optional.empty() : Optional.of(RESPONSE_VALIDATION);
  }
}
