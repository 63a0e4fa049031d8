package org.muletwilio.testkit.mule;

import org.mule.runtime.api.component.Component;
import org.mule.runtime.api.component.execution.ComponentExecutionException;
import org.mule.runtime.api.component.location.ComponentLocation;
import org.mule.runtime.api.event.Event;
import org.mule.runtime.api.message.Error;
import org.mule.runtime.api.message.ErrorType;
import org.mule.runtime.core.internal.exception.MessagingException;

import java.util.Objects;
import java.util.Optional;

import org.apache.commons.lang3.exception.ExceptionUtils;

/**
 * A flow that ended with an error.
 */
public final class FlowFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String errorType;
  private final String description;
  private final transient Optional<ErrorType> type;
  private final transient Optional<ComponentLocation> location;

  private FlowFailedException(String errorType, String description, Throwable cause, Optional<ErrorType> type,
                              Optional<ComponentLocation> location) {
    super(errorType + ": " + description, cause);
    this.errorType = errorType;
    this.description = description;
    this.type = type;
    this.location = location;
  }

  static FlowFailedException stopped(String flow) {
    return new FlowFailedException("MULE:UNKNOWN", "Flow '" + flow + "' is stopped", null, Optional.empty(), Optional.empty());
  }

  static FlowFailedException of(Throwable failure) {
    Optional<ComponentLocation> location = ExceptionUtils.getThrowableList(failure).stream()
        .filter(MessagingException.class::isInstance).map(cause -> ((MessagingException) cause).getFailingComponent())
        .filter(Objects::nonNull).map(Component::getLocation).filter(Objects::nonNull).findFirst();
    for (Throwable throwable : ExceptionUtils.getThrowableList(failure)) {
      Optional<Error> error = eventOf(throwable).flatMap(Event::getError);
      if (error.isPresent()) {
        return of(error.get(), location);
      }
    }
    Throwable root = ExceptionUtils.getThrowableList(failure).stream().filter(cause -> !(cause instanceof MessagingException))
        .findFirst().orElse(failure);
    return new FlowFailedException("MULE:UNKNOWN", root.getMessage(), root, Optional.empty(), location);
  }

  private static FlowFailedException of(Error error, Optional<ComponentLocation> location) {
    ErrorType type = error.getErrorType();
    return new FlowFailedException(type.getNamespace() + ":" + type.getIdentifier(), error.getDescription(), error.getCause(),
                                   Optional.of(type), location);
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

  /**
   * @return whether the error is of this type, or of one that has it above
   */
  public boolean isOfType(String name) {
    for (ErrorType each = type.orElse(null); each != null; each = each.getParentErrorType()) {
      if (name.equals(each.getNamespace() + ":" + each.getIdentifier())) {
        return true;
      }
    }
    return name.equals(errorType);
  }

  /**
   * @return the failed component's file and line
   */
  public Optional<String> location() {
    return location.flatMap(found -> found.getFileName()
        .map(file -> file + found.getLineInFile().map(line -> ":" + line).orElse("")));
  }

  public String description() {
    return description;
  }
}
