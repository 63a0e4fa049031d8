package org.muletwilio.testkit.munit.suite;

import java.util.Optional;

/**
 * The error that a test must end with; nothing of it is given where none is expected.
 *
 * @param type such as {@code TWILIO:INVALID_REQUEST}, or one without {@code MULE:}
 * @param exception the class of the error's cause
 * @param description the error's description, or a part of it
 */
public record ExpectedError(Optional<String> type, Optional<String> exception, Optional<String> description) {

  public boolean isPresent() {
    return type.isPresent() || exception.isPresent() || description.isPresent();
  }
}
