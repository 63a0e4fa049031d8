package org.muletwilio.testkit.expression.value;

/** An expression that has no value with what is bound. */
public final class ExpressionFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ExpressionFailedException(String message) {
    super(message);
  }

  public ExpressionFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
