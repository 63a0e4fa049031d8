package org.muletwilio.testkit.expression.token;

import org.apache.commons.lang3.StringUtils;

/** A script that isn't one, or that uses what the embedded language doesn't know. */
public final class ExpressionSyntaxException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 30;

  private final int position;

  ExpressionSyntaxException(String source, int position, String problem) {
    super(problem + place(source, position));
    this.position = position;
  }

  /** @return the index in the script of what is wrong */
  public int position() {
    return position;
  }

  private static String place(String source, int position) {
    String rest = source.substring(Math.min(position, source.length())).strip();
    return rest.isEmpty() ? ", at the end" : ", at \"" + StringUtils.abbreviate(rest.replaceAll("\\s+", " "), SHOWN) + '"';
  }
}
