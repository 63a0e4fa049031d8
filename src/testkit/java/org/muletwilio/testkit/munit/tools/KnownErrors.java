package org.muletwilio.testkit.munit.tools;

import org.mule.runtime.api.component.ComponentIdentifier;
import org.mule.runtime.api.exception.ErrorTypeRepository;
import org.mule.runtime.api.message.ErrorType;

import javax.inject.Inject;

/** The types of errors that the application's modules have. */
public final class KnownErrors {

  @Inject
  private ErrorTypeRepository errorTypes;

  /**
   * @param id such as {@code OS:INVALID_KEY}; that of one of Mule's own may be without {@code MULE:}
   * @throws AssertionError if the application has no such type
   */
  public ErrorType type(String id) {
    return errorTypes.lookupErrorType(ComponentIdentifier.buildFromStringRepresentation(qualified(id)))
        .orElseThrow(() -> new AssertionError("No error type " + id));
  }

  /** @return the type with its namespace */
  public static String qualified(String id) {
    return id.contains(":") ? id : "MULE:" + id;
  }

  static Throwable exception(Object cause) {
    return cause instanceof Throwable throwable ? throwable : new RuntimeException(String.valueOf(cause));
  }
}
