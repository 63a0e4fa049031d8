package org.muletwilio.testkit.expression.value;

import org.mule.runtime.api.streaming.bytes.CursorStreamProvider;

import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The types that the language knows. */
public enum TypeName {

  ANY("Any", value -> true),
  NULL("Null", value -> value == null),
  STRING("String", value -> value instanceof CharSequence || value instanceof Enum || value instanceof Character),
  BOOLEAN("Boolean", value -> value instanceof Boolean),
  NUMBER("Number", value -> value instanceof Number),
  DATE_TIME("DateTime", value -> value instanceof ZonedDateTime || value instanceof OffsetDateTime || value instanceof Calendar),
  LOCAL_DATE_TIME("LocalDateTime", value -> value instanceof LocalDateTime || value instanceof Instant
      || value instanceof java.util.Date),
  DATE("Date", value -> value instanceof LocalDate),
  LOCAL_TIME("LocalTime", value -> value instanceof LocalTime),
  TIME("Time", value -> value instanceof OffsetTime),
  TIME_ZONE("TimeZone", value -> value instanceof ZoneId),
  PERIOD("Period", value -> value instanceof PeriodValue),
  REGEX("Regex", value -> value instanceof Pattern),
  URI("Uri", value -> value instanceof URI),
  BINARY("Binary", value -> value instanceof byte[] || value instanceof InputStream || value instanceof CursorStreamProvider),
  ARRAY("Array", Values::isArray),
  FUNCTION("Function", value -> value instanceof FunctionValue),
  TYPE("Type", value -> value instanceof TypeExpression),
  OBJECT("Object", value -> value instanceof Map || value != null && isBean(value)),
  KEY("Key", value -> value instanceof CharSequence);

  private final String text;
  private final Predicate<Object> condition;

  TypeName(String text, Predicate<Object> condition) {
    this.text = text;
    this.condition = condition;
  }

  public static Optional<TypeName> named(String text) {
    return Arrays.stream(values()).filter(type -> type.text.equals(text)).findFirst();
  }

  /** @return the name of a value's type */
  static Optional<String> of(Object value) {
    return Arrays.stream(values()).filter(type -> type != ANY && type.accepts(value)).findFirst().map(type -> type.text);
  }

  /** @return the name of a value's type; what Java has beyond the language's own types is an object */
  public static String nameOf(Object value) {
    return of(value).orElse(OBJECT.text);
  }

  public boolean accepts(Object value) {
    return condition.test(value);
  }

  private static boolean isBean(Object value) {
    return Arrays.stream(values()).filter(type -> type != ANY && type != OBJECT && type != KEY)
        .noneMatch(type -> type.accepts(value));
  }

  @Override
  public String toString() {
    return text;
  }
}
