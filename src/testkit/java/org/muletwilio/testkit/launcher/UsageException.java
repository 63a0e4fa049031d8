package org.muletwilio.testkit.launcher;

/**
 * A command line, or a file that it names, that can't be followed. Its message is for the user.
 */
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
