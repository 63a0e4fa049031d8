package org.muletwilio.testkit.munit;

/**
 * A suite that can't be run: its message names the file, the line and what isn't known.
 */
public final class SuiteException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SuiteException(String message) {
    super(message);
  }

  SuiteException(String message, Throwable cause) {
    super(message, cause);
  }
}
