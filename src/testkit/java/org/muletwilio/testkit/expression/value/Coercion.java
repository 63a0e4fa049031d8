package org.muletwilio.testkit.expression.value;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.temporal.TemporalAccessor;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code as}: turns a value into another type of the language. */
public final class Coercion {

  /** The options that {@code as} takes in braces. */
  public static final Set<String> OPTIONS = Set.of("format", "locale", "unit", "mode", "roundMode", "encoding");

  private Coercion() {}

  /**
   * @param options such as {@code format}
   * @throws ExpressionFailedException if the value can't become that type
   */
  public static Object to(TypeName type, Object value, Map<String, ?> options) {
    Object bare = Temporals.normal(Values.plain(value));
    CoercionOptions asked = new CoercionOptions(options);
    if (type == TypeName.STRING || type == TypeName.KEY) {
      return text(bare, asked);
    }
    if (type.accepts(bare) && type != TypeName.NUMBER) {
      return bare;
    }
    try {
      return converted(type, bare, asked).orElseThrow(() -> cannot(type, bare, null));
    } catch (IllegalArgumentException | DateTimeException | ExpressionFailedException e) {
      throw cannot(type, bare, e);
    }
  }

  private static Optional<Object> converted(TypeName type, Object value, CoercionOptions options) {
    return switch (type) {
      case NUMBER -> number(value, options);
      case BOOLEAN -> bool(value);
      case DATE, DATE_TIME, LOCAL_DATE_TIME, LOCAL_TIME, TIME, TIME_ZONE -> TimeCoercion.to(type, value, options);
      case PERIOD -> text(value).map(PeriodValue::parse);
      case REGEX -> text(value).map(Pattern::compile);
      case URI -> text(value).map(URI::create);
      case BINARY -> text(value).map(text -> text.getBytes(options.encoding()));
      default -> Optional.empty();
    };
  }

  private static String text(Object value, CoercionOptions options) {
    if (value == null) {
      throw cannot(TypeName.STRING, null, null);
    }
    if (value instanceof Number && options.format().isPresent()) {
      return options.numberFormat().format(new BigDecimal(value.toString()));
    }
    if (Temporals.isTime(value) && options.format().isPresent()) {
      return options.timeFormat().format((TemporalAccessor) value);
    }
    Charset encoding = options.encoding();
    return TypeName.BINARY.accepts(value) ? new String(Text.bytes(value, encoding), encoding) : Text.of(value);
  }

  private static Optional<Object> number(Object value, CoercionOptions options) {
    if (value instanceof Number) {
      return Optional.of(value);
    }
    if (value instanceof CharSequence text) {
      return Optional.of(options.format().isPresent() ? options.parsedNumber(text.toString())
          : Numbers.narrowed(new BigDecimal(text.toString().trim())));
    }
    return TimeCoercion.toNumber(value, options);
  }

  private static Optional<Object> bool(Object value) {
    return text(value).filter(text -> text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")).map(Boolean::valueOf);
  }

  private static Optional<String> text(Object value) {
    return Optional.of(value).filter(TypeName.STRING::accepts).map(Text::of);
  }

  private static ExpressionFailedException cannot(TypeName type, Object value, Exception cause) {
    String reason = cause == null || cause.getMessage() == null || cause instanceof NumberFormatException ? ""
        : ": " + cause.getMessage();
    return new ExpressionFailedException("Cannot coerce " + Values.described(value) + " to " + type + reason, cause);
  }
}
