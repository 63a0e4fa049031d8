package org.muletwilio.testkit.expression.token;

import org.apache.commons.lang3.StringUtils;

/** A script that isn't one, or that uses what the embedded language doesn't know. */
public final class ExpressionSyntaxException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 30;

  private final int position;

  private ExpressionSyntaxException(int position, String message) {
    super(message);
    this.position = position;
  }

  ExpressionSyntaxException(String source, int position, String problem) {
    this(position, rest(source, position).isEmpty() ? problem : problem + ", at " + rest(source, position));
  }

  static ExpressionSyntaxException unexpected(String source, int position) {
    return new ExpressionSyntaxException(position, rest(source, position) + " isn't expected here, or isn't known to the "
        + "embedded expression language");
  }

  /** @return the index in the script of what is wrong */
  public int position() {
    return position;
  }

  /** @return what is left of the script, in quotes; nothing at its end */
  private static String rest(String source, int position) {
    String rest = source.substring(Math.min(position, source.length())).strip();
    return rest.isEmpty() ? "" : '"' + StringUtils.abbreviate(rest.replaceAll("\\s+", " "), SHOWN) + '"';
  }
}
