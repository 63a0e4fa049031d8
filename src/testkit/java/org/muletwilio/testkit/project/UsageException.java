package org.muletwilio.testkit.project;

/**
 * A request that can't be carried out as it was made: a wrong command line, or an application that isn't there. Its message tells
 * the user what is wrong.
 */
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
