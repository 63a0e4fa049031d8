package org.muletwilio.testkit.expression.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.mule.runtime.api.metadata.TypedValue;

import org.muletwilio.testkit.expression.value.Text;
import org.muletwilio.testkit.expression.value.TypeName;
import org.muletwilio.testkit.expression.value.Values;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;

/** Looks into what an event carries: text or bytes of a media type with parts, such as JSON, are read. */
public final class Content {

  private Content() {}

  /** @return the bare value; what {@code payload} is within an expression */
  public static Object bare(Object value) {
    if (value instanceof TypedValue<?> typed) {
      Object raw = typed.getValue();
      Optional<Formats> format = TypeName.STRING.accepts(raw) || TypeName.BINARY.accepts(raw)
          ? Formats.structured(typed.getDataType().getMediaType()) : Optional.empty();
      Charset charset = typed.getDataType().getMediaType().getCharset().orElse(UTF_8);
      if (format.isPresent()) {
        FormatOptions options = new FormatOptions(Map.of("encoding", charset.name()));
        return format.get().format().read(Text.bytes(raw, charset), options);
      }
    }
    return Values.plain(value);
  }
}
