package org.muletwilio.testkit.expression.value;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.mule.runtime.api.util.MultiMap;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.apache.commons.lang3.ClassUtils;

/** Turns values into the Java types that operations and routers ask for, and into what Java sees of them otherwise. */
public final class JavaCoercion {

  private static final Map<Class<?>, Function<BigDecimal, Number>> NUMBERS =
      Map.of(Number.class, JavaCoercion::number, Integer.class, BigDecimal::intValueExact, Long.class, BigDecimal::longValueExact,
             Short.class, BigDecimal::shortValueExact, Byte.class, BigDecimal::byteValueExact,
             Double.class, BigDecimal::doubleValue, Float.class, BigDecimal::floatValue,
             BigDecimal.class, number -> number, BigInteger.class, BigDecimal::toBigIntegerExact);

  private static final Map<Class<?>, Function<String, Object>> TIMES =
      Map.of(ZonedDateTime.class, ZonedDateTime::parse, OffsetDateTime.class, OffsetDateTime::parse,
             Instant.class, Instant::parse, LocalDateTime.class, LocalDateTime::parse, LocalDate.class, LocalDate::parse,
             LocalTime.class, LocalTime::parse, Duration.class, Duration::parse, Period.class, Period::parse);

  private JavaCoercion() {}

  /** @return what Java sees of a value of the language: maps, lists, numbers of its own classes */
  public static Object toJava(Object value) {
    Object bare = Values.plain(value);
    if (bare instanceof DataObject object) {
      Map<String, Object> map = new LinkedHashMap<>();
      object.fields().forEach(field -> map.put(field.name(), toJava(field.value())));
      return map;
    }
    if (bare instanceof List<?> list) {
      List<Object> items = new ArrayList<>();
      list.forEach(item -> items.add(toJava(item)));
      return items;
    }
    if (bare instanceof PeriodValue period) {
      return period.time().isZero() ? period.date() : period.date().isZero() ? period.time() : period.toString();
    }
    return bare instanceof BigDecimal number ? number(number) : bare instanceof TypeExpression ? bare.toString() : bare;
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
    boolean structured = value instanceof Map || Values.isArray(value);
    if (type == String.class || type == CharSequence.class) {
      return structured ? Optional.empty() : Optional.of(Text.of(value));
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
      return Arrays.stream(type.getEnumConstants()).filter(constant -> ((Enum<?>) constant).name().equals(Text.of(value)))
          .map(Object.class::cast).findFirst();
    }
    if (type == InputStream.class || type == byte[].class) {
      return structured ? Optional.empty() : Optional.of(Text.bytes(value, UTF_8))
          .map(bytes -> type == byte[].class ? bytes : new ByteArrayInputStream(bytes));
    }
    if (type == MultiMap.class && value instanceof Map<?, ?> map) {
      return Optional.of(new MultiMap<>(map));
    }
    if (Set.of(List.class, Collection.class, Iterable.class).contains(type) && Values.isArray(value)) {
      return Optional.of(Values.list(value));
    }
    return type == Set.class && Values.isArray(value) ? Optional.of(new LinkedHashSet<>(Values.list(value))) : Optional.empty();
  }

  private static Optional<Object> time(Class<?> type, Object value) {
    if (value instanceof CharSequence) {
      return Optional.of(TIMES.get(type).apply(value.toString()));
    }
    if (value instanceof ZonedDateTime time) {
      return Arrays.<Object>asList(time.toOffsetDateTime(), time.toInstant(), time.toLocalDateTime(), time.toLocalDate()).stream()
          .filter(type::isInstance).findFirst();
    }
    return Optional.empty();
  }

  private static Number number(BigDecimal number) {
    Number narrowed = Numbers.narrowed(number.stripTrailingZeros());
    return narrowed instanceof BigDecimal ? narrowed.doubleValue() : narrowed;
  }

  private static ExpressionFailedException cannot(Class<?> type, Object value, Exception cause) {
    return new ExpressionFailedException("Cannot coerce " + Values.described(value) + " to " + type.getSimpleName(), cause);
  }
}
