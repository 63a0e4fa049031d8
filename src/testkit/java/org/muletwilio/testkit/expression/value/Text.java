package org.muletwilio.testkit.expression.value;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.mule.runtime.api.streaming.bytes.CursorStreamProvider;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Values as text, and text as bytes. */
public final class Text {

  private Text() {}

  /**
   * @return a value as the language writes it into text; the content of binary in UTF-8
   * @throws ExpressionFailedException if it is an array or an object of the language
   */
  public static String of(Object value) {
    Object bare = Temporals.normal(Values.plain(value));
    if (bare instanceof Enum<?> constant) {
      return constant.name();
    }
    if (TypeName.BINARY.accepts(bare)) {
      return new String(bytes(bare, UTF_8), UTF_8);
    }
    if (bare instanceof Map || Values.isArray(bare)) {
      throw new ExpressionFailedException("Cannot coerce " + Values.described(bare) + " to String");
    }
    if (bare instanceof BigDecimal number) {
      boolean whole = number.stripTrailingZeros().scale() <= 0;
      return whole ? number.toBigInteger().toString() : number.toPlainString();
    }
    if (bare instanceof Double || bare instanceof Float) {
      return new BigDecimal(bare.toString()).toPlainString();
    }
    return ofTime(bare);
  }

  /** Seconds are always written, and a zone is written as its offset. */
  private static String ofTime(Object value) {
    if (value instanceof ZonedDateTime time) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
    if (value instanceof LocalDateTime time) {
      return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    }
    if (value instanceof LocalTime time) {
      return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
    }
    return value instanceof OffsetTime time ? DateTimeFormatter.ISO_OFFSET_TIME.format(time) : String.valueOf(value);
  }

  /**
   * @return the content of binary, or of text
   * @throws ExpressionFailedException if a stream can't be read
   */
  public static byte[] bytes(Object value, Charset charset) {
    if (value instanceof byte[] bytes) {
      return bytes;
    }
    if (value instanceof CursorStreamProvider provider) {
      return bytes(provider.openCursor(), charset);
    }
    if (value instanceof InputStream stream) {
      try (stream) {
        return stream.readAllBytes();
      } catch (IOException e) {
        throw new ExpressionFailedException("A stream can't be read", e);
      }
    }
    return of(value).getBytes(charset);
  }
}
