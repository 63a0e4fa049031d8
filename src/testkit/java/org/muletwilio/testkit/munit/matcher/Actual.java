package org.muletwilio.testkit.munit.matcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.mule.runtime.api.metadata.DataType;
import org.mule.runtime.api.metadata.TypedValue;

import org.muletwilio.testkit.expression.format.Content;
import org.muletwilio.testkit.expression.value.Text;
import org.muletwilio.testkit.expression.value.TypeName;
import org.muletwilio.testkit.expression.value.Values;

/** Values that are compared. Content such as JSON is compared by what it means, and as text by what is written. */
public final class Actual {

  private Actual() {}

  /** @return the value, which can be read as often as matchers want to; a stream can be read once */
  public static TypedValue<?> repeatable(TypedValue<?> value) {
    if (!TypeName.BINARY.accepts(value.getValue()) || value.getValue() instanceof byte[]) {
      return value;
    }
    DataType type = DataType.builder().type(byte[].class).mediaType(value.getDataType().getMediaType()).build();
    return new TypedValue<>(Text.bytes(value.getValue(), UTF_8), type);
  }

  /** @return what an expression would see; binary of a media type of text is text */
  public static Object bare(Object value) {
    Object bare = Content.bare(value);
    boolean text = value instanceof TypedValue<?> typed && TypeName.BINARY.accepts(bare)
        && typed.getDataType().getMediaType().getPrimaryType().equals("text");
    return text ? Text.of(bare) : bare;
  }

  static boolean isText(Object value) {
    Object plain = Values.plain(value);
    return plain instanceof Boolean || plain instanceof Number || TypeName.STRING.accepts(plain)
        || TypeName.BINARY.accepts(plain);
  }

  /** @return the text; of content such as JSON that is a text itself, that one, of other content what is written */
  static String text(Object value) {
    Object bare = bare(value);
    return Text.of(TypeName.STRING.accepts(bare) ? bare : value);
  }

  /** @return a value for a message */
  public static String described(TypedValue<?> value) {
    Object bare = bare(value);
    if (TypeName.BINARY.accepts(bare)) {
      return "the binary '" + text(value) + "'";
    }
    return Matcher.described(TypeName.STRING.accepts(bare) ? text(value) : bare);
  }
}
