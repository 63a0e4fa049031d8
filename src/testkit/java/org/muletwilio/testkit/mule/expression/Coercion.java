package org.muletwilio.testkit.mule.expression;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.mule.runtime.api.streaming.bytes.CursorStreamProvider;
import org.mule.runtime.api.streaming.object.CursorIteratorProvider;
import org.mule.runtime.api.util.MultiMap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.apache.commons.lang3.ClassUtils;

/**
 * Turns values into the types that operations and routers ask for.
 */
public final class Coercion {

  private static final Map<String, Class<?>> TYPES_OF_DATA_WEAVE =
      Map.of("String", String.class, "Number", Number.class, "Boolean", Boolean.class, "DateTime", ZonedDateTime.class,
             "LocalDateTime", LocalDateTime.class, "Date", LocalDate.class);

  private static final Map<Class<?>, Function<BigDecimal, Number>> NUMBERS =
      Map.of(Number.class, Operators::narrowed, Integer.class, BigDecimal::intValueExact, Long.class, BigDecimal::longValueExact,
             Short.class, BigDecimal::shortValueExact, Byte.class, BigDecimal::byteValueExact,
             Double.class, BigDecimal::doubleValue, Float.class, BigDecimal::floatValue,
             BigDecimal.class, number -> number, BigInteger.class, BigDecimal::toBigIntegerExact);

  private static final Map<Class<?>, Function<String, Object>> TIMES =
      Map.of(ZonedDateTime.class, ZonedDateTime::parse, OffsetDateTime.class, OffsetDateTime::parse,
             Instant.class, Instant::parse, LocalDateTime.class, LocalDateTime::parse, LocalDate.class, LocalDate::parse);

  private Coercion() {}

  static Optional<Class<?>> typeOf(String nameInDataWeave) {
    return Optional.ofNullable(TYPES_OF_DATA_WEAVE.get(nameInDataWeave));
  }

  /**
   * @throws ExpressionFailedException if the value can't become the type
   */
  public static Object to(Class<?> declaredType, Object value) {
    Class<?> type = ClassUtils.primitiveToWrapper(declaredType);
    if (value == null || type.isInstance(value)) {
      return value;
    }
    try {
      return converted(type, value).orElseThrow(() -> cannot(type, value, null));
    } catch (ArithmeticException | DateTimeException | IllegalArgumentException e) {
      throw cannot(type, value, e);
    }
  }

  private static Optional<Object> converted(Class<?> type, Object value) {
    if (type == String.class || type == CharSequence.class) {
      return isObjectOrList(value) ? Optional.empty() : Optional.of(text(value));
    }
    if (NUMBERS.containsKey(type) && (value instanceof Number || value instanceof CharSequence)) {
      return Optional.of(NUMBERS.get(type).apply(new BigDecimal(value.toString().trim())));
    }
    if (type == Boolean.class && Set.of("true", "false").contains(value.toString())) {
      return Optional.of(Boolean.valueOf(value.toString()));
    }
    if (TIMES.containsKey(type)) {
      return time(type, value);
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants()).filter(constant -> ((Enum<?>) constant).name().equals(text(value)))
          .map(Object.class::cast).findFirst();
    }
    if (type == InputStream.class || type == byte[].class) {
      return bytes(value).map(bytes -> type == byte[].class ? bytes : new ByteArrayInputStream(bytes));
    }
    if (type == MultiMap.class && value instanceof Map) {
      return Optional.of(new MultiMap<>((Map<?, ?>) value));
    }
    if (type == List.class || type == Collection.class || type == Iterable.class) {
      return Optional.of(list(value));
    }
    return type == Set.class ? Optional.of(new LinkedHashSet<>(list(value))) : Optional.empty();
  }

  private static Optional<Object> time(Class<?> type, Object value) {
    if (value instanceof CharSequence) {
      return Optional.of(TIMES.get(type).apply(value.toString()));
    }
    if (value instanceof ZonedDateTime) {
      ZonedDateTime time = (ZonedDateTime) value;
      return Arrays.<Object>asList(time.toOffsetDateTime(), time.toInstant(), time.toLocalDateTime(), time.toLocalDate()).stream()
          .filter(type::isInstance).findFirst();
    }
    return Optional.empty();
  }

  private static Optional<byte[]> bytes(Object value) {
    if (value instanceof byte[]) {
      return Optional.of((byte[]) value);
    }
    if (value instanceof CursorStreamProvider) {
      return bytes(((CursorStreamProvider) value).openCursor());
    }
    if (value instanceof InputStream) {
      try (InputStream in = (InputStream) value) {
        return Optional.of(in.readAllBytes());
      } catch (IOException e) {
        throw new ExpressionFailedException("A stream can't be read", e);
      }
    }
    return value instanceof CharSequence ? Optional.of(value.toString().getBytes(UTF_8)) : Optional.empty();
  }

  /**
   * @return any value as text; a stream's content in UTF-8
   */
  public static String text(Object value) {
    Object bare = Operators.unwrap(value);
    if (bare instanceof Enum) {
      return ((Enum<?>) bare).name();
    }
    if (bare instanceof byte[] || bare instanceof InputStream || bare instanceof CursorStreamProvider) {
      return new String(bytes(bare).get(), UTF_8);
    }
    return bare instanceof Double ? new BigDecimal(bare.toString()).toPlainString() : String.valueOf(bare);
  }

  /**
   * @return the items of anything that has items
   */
  public static List<?> list(Object value) {
    if (value instanceof List) {
      return (List<?>) value;
    }
    if (value instanceof Object[]) {
      return Arrays.asList((Object[]) value);
    }
    if (value instanceof Iterable) {
      return list(((Iterable<?>) value).iterator());
    }
    if (value instanceof CursorIteratorProvider) {
      return list(((CursorIteratorProvider) value).openCursor());
    }
    if (value instanceof Iterator) {
      List<Object> items = new ArrayList<>();
      ((Iterator<?>) value).forEachRemaining(items::add);
      return items;
    }
    throw new ExpressionFailedException(Operators.described(value) + " has no items");
  }

  private static boolean isObjectOrList(Object value) {
    return value instanceof Map || value instanceof Iterable || value instanceof Object[];
  }

  private static ExpressionFailedException cannot(Class<?> type, Object value, Exception cause) {
    return new ExpressionFailedException("Cannot coerce " + Operators.described(value) + " to " + type.getSimpleName(), cause);
  }
}
