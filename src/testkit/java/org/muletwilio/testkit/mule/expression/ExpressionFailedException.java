package org.muletwilio.testkit.mule.expression;

/**
 * An expression that has no value with what is bound.
 */
public final class ExpressionFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ExpressionFailedException(String message) {
    super(message);
  }

  ExpressionFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
