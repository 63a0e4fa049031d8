package org.muletwilio.testkit.expression.format;

import org.muletwilio.testkit.expression.value.ExpressionFailedException;

import java.util.Set;

/** Values as Java objects: nothing is written. */
final class JavaFormat implements DataFormat {

  @Override
  public Set<String> options() {
    return Set.of();
  }

  @Override
  public Object read(byte[] content, FormatOptions options) {
    throw new ExpressionFailedException("application/java can't be read from text");
  }

  @Override
  public String write(Object value, FormatOptions options) {
    throw new ExpressionFailedException("application/java can't be written as text");
  }
}
