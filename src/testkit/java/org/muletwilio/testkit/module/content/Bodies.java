package org.muletwilio.testkit.module.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.mule.runtime.api.metadata.TypedValue;

import org.muletwilio.testkit.expression.value.Text;
import org.muletwilio.testkit.expression.value.Values;

import java.util.Map;

/** Values as the bytes that leave a flow. */
public final class Bodies {

  private Bodies() {}

  /**
   * @return the bytes of text, of binary, or of nothing
   * @throws IllegalArgumentException if it is something else, which must be written as JSON or the like first
   */
  public static byte[] bytes(TypedValue<?> body) {
    Object value = body == null ? null : body.getValue();
    if (value == null) {
      return new byte[0];
    }
    if (value instanceof Map || Values.isArray(value)) {
      throw new IllegalArgumentException("A body needs a format: it is " + Values.described(value)
          + ", so write it, for example by #[output application/json --- payload]");
    }
    return Text.bytes(value, body.getDataType().getMediaType().getCharset().orElse(UTF_8));
  }
}
