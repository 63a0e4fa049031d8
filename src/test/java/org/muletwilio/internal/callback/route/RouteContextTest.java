package org.muletwilio.internal.callback.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteContextTest {

  @Test
  void partsComeBackAlsoWhereTheyAreEmpty() {
    for (Optional<String> id : new Optional[] {Optional.empty(), Optional.of("0-1")}) {
      for (Map<String, String> values : new Map[] {Map.of(), Map.of("", ""), Map.of("key", ""), Map.of("", "value"),
          Map.of("a", "1", "b", "2")}) {
        RouteContext context = RouteContext.parse(new RouteContext(id, values).toText()).orElseThrow();
        assertEquals(id, context.getCorrelationId());
        assertEquals(values, context.getValues());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "id\0", "id\0key", "\0key\0value\0", "id\0key\0value\0other"})
  void aKeyWithoutAValueIsNoContext(String text) {
    assertFalse(RouteContext.parse(text).isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "\0x", "x\0", "x\0y"})
  void noPartHoldsTheSeparator(String part) {
    assertFalse(RouteContext.canHold(part));
    assertTrue(RouteContext.canHold(part.replace("\0", "")));
    assertThrows(IllegalArgumentException.class, () -> new RouteContext(Optional.of(part), Map.of()).toText());
    assertThrows(IllegalArgumentException.class, () -> new RouteContext(Optional.empty(), Map.of(part, "x")).toText());
    assertThrows(IllegalArgumentException.class, () -> new RouteContext(Optional.empty(), Map.of("x", part)).toText());
  }
}
