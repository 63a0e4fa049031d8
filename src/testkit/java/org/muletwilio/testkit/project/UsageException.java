package org.muletwilio.testkit.project;

/**
 * A wrong command line, or an application that does not exist. The message tells
 * the user what is wrong.
 */
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
