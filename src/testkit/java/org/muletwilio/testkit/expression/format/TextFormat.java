package org.muletwilio.testkit.expression.format;

import org.muletwilio.testkit.expression.value.Text;

import java.util.Set;

/** Text as it is. */
final class TextFormat implements DataFormat {

  @Override
  public Set<String> options() {
    return Set.of("encoding");
  }

  @Override
  public Object read(byte[] content, FormatOptions options) {
    return new String(content, options.encoding());
  }

  @Override
  public String write(Object value, FormatOptions options) {
    return value == null ? "" : Text.of(value);
  }
}
