package org.muletwilio.testkit.mule.expression;

/**
 * An expression that can't be read.
 */
public final class ExpressionSyntaxException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ExpressionSyntaxException(String expression, int position, String problem) {
    super("Expression '" + expression + "', character " + (position + 1) + ": " + problem);
  }
}
