package org.muletwilio.internal.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.error.TwilioException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What expressions give as a map or list of texts: the payload of another connector, with values of all types. */
class TextValuesTest {

  private static final ZonedDateTime TIME = ZonedDateTime.of(2026, 3, 1, 9, 30, 0, 0, ZoneId.of("Europe/Paris"));

  static Stream<Arguments> values() {
    return Stream.of(Arguments.of("text", "text"), Arguments.of("", ""), Arguments.of(new StringBuilder("built"), "built"),
        Arguments.of('x', "x"), Arguments.of(42, "42"), Arguments.of(42L, "42"), Arguments.of((short) -1, "-1"),
        Arguments.of(42.0, "42"), Arguments.of(1.0E10, "10000000000"), Arguments.of(0.1f, "0.1"), Arguments.of(Double.NaN, "NaN"),
        Arguments.of(new BigDecimal("1.50"), "1.50"), Arguments.of(new BigDecimal("1E+3"), "1000"),
        // what a caller writes in a dozen characters must not fill the memory
        Arguments.of(new BigDecimal("1E+999999999"), "1E+999999999"),
        Arguments.of(new BigDecimal("1E-999999999"), "1E-999999999"),
        Arguments.of(BigDecimal.valueOf(Double.MAX_VALUE), BigDecimal.valueOf(Double.MAX_VALUE).toPlainString()),
        Arguments.of(BigInteger.TEN.pow(20), "100000000000000000000"), Arguments.of(true, "true"),
        Arguments.of(TIME, "2026-03-01T09:30:00+01:00"), Arguments.of(TIME.toOffsetDateTime(), "2026-03-01T09:30+01:00"),
        Arguments.of(OffsetDateTime.parse("2026-03-01T09:30:15Z"), "2026-03-01T09:30:15Z"),
        Arguments.of(LocalDate.of(2026, 3, 1), "2026-03-01"),
        Arguments.of(LocalDateTime.of(2026, 3, 1, 9, 30), "2026-03-01T09:30"),
        Arguments.of(Instant.EPOCH, "1970-01-01T00:00:00Z"), Arguments.of(new Date(0), "1970-01-01T00:00:00Z"),
        Arguments.of(GregorianCalendar.from(TIME), "2026-03-01T09:30:00+01:00"),
        Arguments.of(CallbackKind.EVENT, "EVENT"), Arguments.of(new UUID(0, 1), "00000000-0000-0000-0000-000000000001"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void aSingleValueIsAText(Object value, String text) {
    assertEquals(Map.of("k", text), TextValues.in("callbackContext", Map.of("k", value)));
  }

  @Test
  void mapsThatKnowNoNullAreTaken() {
    MultiMap<String, String> fields = new MultiMap<>();
    fields.put("a", "1");
    for (Map<String, ?> map : List.of(Map.of("a", "1"), new TreeMap<>(Map.of("a", "1")), new ConcurrentHashMap<>(Map.of("a", 1)),
        fields)) {
      assertEquals(Map.of("a", "1"), TextValues.in("callbackContext", map));
    }
    assertEquals(Map.of(), TextValues.in("callbackContext", null));
    assertEquals(Map.of("7", "x"), TextValues.in("callbackContext", Map.of(7, "x")));
  }

  @Test
  void theOrderStays() {
    Map<String, Object> given = new LinkedHashMap<>();
    given.put("z", 1);
    given.put("a", 2);
    assertEquals("{z=1, a=2}", TextValues.in("callbackContext", given).toString());
  }

  @Test
  void whatHasNoTextIsRefusedWithItsKey() {
    Map<String, Object> withNull = new LinkedHashMap<>();
    withNull.put("order", null);
    assertEquals("callbackContext has null as its value of 'order': values are texts, numbers, booleans or dates",
        refusal(withNull));
    assertTrue(refusal(Map.of("order", Map.of("id", 1))).startsWith("callbackContext has an object as its value of 'order'"));
    assertTrue(refusal(Map.of("order", List.of(1))).startsWith("callbackContext has a list as its value of 'order'"));
    assertTrue(refusal(Map.of("order", new int[] {1})).startsWith("callbackContext has a list as its value of 'order'"));
    assertTrue(refusal(Map.of("order\n", new Object())).contains("'order\\n'"));
    withNull.clear();
    withNull.put(null, "x");
    assertEquals("callbackContext has a key that is null: keys are texts", refusal(withNull));
  }

  private static String refusal(Map<?, ?> context) {
    return assertThrows(IllegalArgumentException.class, () -> TextValues.in("callbackContext", context)).getMessage();
  }

  @Test
  void aListHoldsTextsToo() {
    assertEquals(List.of("https://a.example/1", "https://a.example/2", "5"), TextValues.in("op", "mediaUrls",
        List.of("https://a.example/1", URI.create("https://a.example/2"), 5)));
    assertEquals(List.of(), TextValues.in("op", "mediaUrls", null));
  }

  @Test
  void whatNoTextStandsForInAListIsRefused() {
    for (Object value : Arrays.asList(List.of(1), Map.of(), null, new Object[0], new Object())) {
      TwilioException refused = assertThrows(TwilioException.class,
          () -> TextValues.in("twilio:op", "mediaUrls", Collections.singletonList(value)));
      assertTrue(refused.getMessage().matches("twilio:op: mediaUrls holds (a list|an object|null|a java.lang.Object): values are "
          + "texts, numbers, booleans or dates"), refused.getMessage());
    }
  }
}
