package org.muletwilio.testkit.expression.format;

import java.util.Set;

/** How values are written as text of a media type, and read from it. */
public interface DataFormat {

  /** The names of the options that reading and writing take. */
  Set<String> options();

  /**
   * @param content all of it
   * @throws org.muletwilio.testkit.expression.value.ExpressionFailedException if it isn't of this format
   */
  Object read(byte[] content, FormatOptions options);

  /**
   * @throws org.muletwilio.testkit.expression.value.ExpressionFailedException if this format can't express the value
   */
  String write(Object value, FormatOptions options);
}
