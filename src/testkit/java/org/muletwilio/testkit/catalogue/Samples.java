package org.muletwilio.testkit.catalogue;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.twilio.http.HttpMethod;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;

/** A value of each type that the SDK's operations take. */
final class Samples {

  private static final Map<Class<?>, Object> VALUES = new HashMap<>();

  static {
    VALUES.put(String.class, "sample");
    VALUES.put(Integer.class, 7);
    VALUES.put(Long.class, 7L);
    VALUES.put(Boolean.class, true);
    VALUES.put(Double.class, 1.5);
    VALUES.put(Float.class, 1.5f);
    VALUES.put(BigDecimal.class, new BigDecimal("1.5"));
    VALUES.put(URI.class, URI.create("https://sample"));
    VALUES.put(ZonedDateTime.class, ZonedDateTime.of(2020, 1, 2, 3, 4, 5, 0, ZoneOffset.UTC));
    VALUES.put(LocalDate.class, LocalDate.of(2020, 1, 2));
    VALUES.put(Currency.class, Currency.getInstance("USD"));
    VALUES.put(PhoneNumber.class, new PhoneNumber("+15005550006"));
    VALUES.put(Twiml.class, new Twiml("<Response/>"));
    VALUES.put(HttpMethod.class, HttpMethod.GET);
    VALUES.put(Object.class, Map.of("sample", "sample"));
  }

  private Samples() {}

  /** @return a value, or empty where the type is a structure of the SDK's own, which becomes a JSON body */
  static Optional<Object> of(Type type) {
    if (type instanceof ParameterizedType parameterized) {
      Class<?> raw = (Class<?>) parameterized.getRawType();
      return List.class.isAssignableFrom(raw)
          ? of(parameterized.getActualTypeArguments()[0]).map(each -> new ArrayList<>(List.of(each)))
          : Map.class.isAssignableFrom(raw) ? Optional.of(new HashMap<>(Map.of("sample", "sample"))) : Optional.empty();
    }
    Class<?> raw = (Class<?>) type;
    if (raw.isEnum()) {
      return Optional.of(raw.getEnumConstants()[0]);
    }
    return VALUES.entrySet().stream().filter(each -> raw.isAssignableFrom(each.getKey()) && (raw != Object.class
        || each.getKey() == Object.class)).map(Map.Entry::getValue).findFirst();
  }
}
