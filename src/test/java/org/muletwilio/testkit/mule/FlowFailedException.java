package org.muletwilio.testkit.mule;

import java.util.Optional;

import org.apache.commons.lang3.exception.ExceptionUtils;
import org.mule.runtime.api.component.execution.ComponentExecutionException;
import org.mule.runtime.api.event.Event;
import org.mule.runtime.api.message.Error;
import org.mule.runtime.api.message.ErrorType;
import org.mule.runtime.core.internal.exception.MessagingException;

/**
 * A flow that ended with an error.
 */
public final class FlowFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String errorType;
  private final String description;

  private FlowFailedException(String errorType, String description, Throwable cause) {
    super(errorType + ": " + description, cause);
    this.errorType = errorType;
    this.description = description;
  }

  static FlowFailedException stopped(String flow) {
    return new FlowFailedException("MULE:UNKNOWN", "Flow '" + flow + "' is stopped", null);
  }

  static FlowFailedException of(Throwable failure) {
    for (Throwable throwable : ExceptionUtils.getThrowableList(failure)) {
      Optional<Error> error = eventOf(throwable).flatMap(Event::getError);
      if (error.isPresent()) {
        return of(error.get());
      }
    }
    Throwable root = ExceptionUtils.getThrowableList(failure).stream().filter(cause -> !(cause instanceof MessagingException))
        .findFirst().orElse(failure);
    return new FlowFailedException("MULE:UNKNOWN", root.getMessage(), root);
  }

  private static FlowFailedException of(Error error) {
    ErrorType type = error.getErrorType();
    return new FlowFailedException(type.getNamespace() + ":" + type.getIdentifier(), error.getDescription(), error.getCause());
  }

  private static Optional<Event> eventOf(Throwable throwable) {
    if (throwable instanceof ComponentExecutionException) {
      return Optional.of(((ComponentExecutionException) throwable).getEvent());
    }
    return throwable instanceof MessagingException ? Optional.of(((MessagingException) throwable).getEvent()) : Optional.empty();
  }

  /**
   * @return namespace and identifier, such as {@code TWILIO:INVALID_REQUEST}
   */
  public String errorType() {
    return errorType;
  }

  public String description() {
    return description;
  }
}
