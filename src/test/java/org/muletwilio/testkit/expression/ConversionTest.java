package org.muletwilio.testkit.expression;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.el.BindingContext;
import org.mule.runtime.api.el.ExpressionExecutionException;
import org.mule.runtime.api.metadata.DataType;
import org.mule.runtime.api.metadata.MediaType;
import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.testkit.expression.value.Text;

import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What operations and formats make of a value, as DataWeave does. */
class ConversionTest extends LanguageFixture {

  @Test
  void coercesToWhatOperationsDeclare() {
    assertEquals("7", to(String.class, "payload.nested.deep.value"));
    assertEquals(7L, to(Long.class, "'7'"));
    assertEquals(7, to(int.class, "7"));
    assertEquals(2.5, to(Double.class, "'2.5'"));
    assertEquals(true, to(boolean.class, "'true'"));
    assertEquals(ZonedDateTime.parse("2026-01-02T03:04:05Z"), to(ZonedDateTime.class, "'2026-01-02T03:04:05Z'"));
    assertEquals(LocalDateTime.parse("2026-01-02T03:04:05"), to(LocalDateTime.class, "'2026-01-02T03:04:05'"));
    assertEquals(Instant.parse("2026-01-02T03:04:05Z"), to(Instant.class, "'2026-01-02T03:04:05Z'"));
    assertEquals(TimeUnit.SECONDS, to(TimeUnit.class, "'SECONDS'"));
    assertEquals(Map.of("a", 1), to(Map.class, "{a: 1}"));
    assertEquals("1", ((MultiMap<?, ?>) to(MultiMap.class, "{a: '1'}")).get("a"));
    assertEquals(List.of("a", "b", "c"), to(List.class, "payload.items"));
    assertArrayEquals("é".getBytes(UTF_8), (byte[]) to(byte[].class, "'é'"));
    assertTrue(to(InputStream.class, "'é'") instanceof InputStream);
    assertNull(to(String.class, "null"));
    assertEquals("SM1", ((Bean) to(Object.class, "attributes")).getSid());
  }

  @ParameterizedTest
  @ValueSource(strings = {"'seven'", "7.5", "[7]", "99999999999"})
  void whatCanNotBecomeAnIntegerIsAnError(String expression) {
    assertThrows(ExpressionExecutionException.class, () -> to(Integer.class, expression));
  }

  /** Wherever a value with a format goes, its parts go with it. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {b: payload}                                     | {"b":{"to":[1]}}
      [payload]                                        | [{"to":[1]}]
      [[payload]]..to                                  | [[1]]
      [1] map payload                                  | [{"to":[1]}]
      payload mapObject {($$): payload}                | {"to":{"to":[1]}}
      payload pluck payload                            | [{"to":[1]}]
      [payload] filter ($.to[0] == 1)                  | [{"to":[1]}]
      [payload] contains {to: [1]}                     | true
      [payload] groupBy $.to[0]                        | {"1":[{"to":[1]}]}
      payload update {case .to -> payload}             | {"to":{"to":[1]}}
      do {var q = payload --- {q: q}}                  | {"q":{"to":[1]}}
      [payload, {to: [1]}] reduce ($$ == $)            | true
      [payload] + payload                              | [{"to":[1]},{"to":[1]}]
      [payload] ++ [payload]                           | [{"to":[1]},{"to":[1]}]
      {a: 1, (payload)}                                | {"a":1,"to":[1]}
      payload match {case o if (o.to[0] == 1) -> [o]}  | [{"to":[1]}]
      [payload] flatMap [$]                            | [{"to":[1]}]
      dw::Runtime::try(() -> payload).result           | {"to":[1]}
      read(write([payload], "application/json"))       | [{"to":[1]}]
      [payload] orderBy $.to[0]                        | [{"to":[1]}]
      """)
  void aValueWithAFormatIsReadWhereverItGoes(String expression, String json) {
    TypedValue<?> content = new TypedValue<>("{\"to\": [1]}".getBytes(UTF_8), DataType.builder().type(byte[].class)
        .mediaType("application/json; charset=UTF-8").build());
    for (String place : List.of("payload", "vars.x", "vars.l[0]")) {
      TypedValue<?> vars = TypedValue.of(Map.of("x", content, "l", List.of(content)));
      TypedValue<?> found = language.evaluate("output application/json indent=false --- " + expression.replace("payload", place),
          BindingContext.builder().addBinding("payload", content).addBinding("vars", vars).build());
      assertEquals(json, Text.of(found.getValue()), place);
    }
  }

  @Test
  void variablesKeepTheirMediaType() {
    assertEquals(MediaType.APPLICATION_JSON, language.evaluate("vars.json", bindings).getDataType().getMediaType());
  }
}
