package org.muletwilio.testkit.expression;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.el.BindingContext;
import org.mule.runtime.api.el.ExpressionExecutionException;
import org.mule.runtime.api.message.Message;
import org.mule.runtime.api.metadata.DataType;
import org.mule.runtime.api.metadata.MediaType;
import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.testkit.expression.value.Text;

import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each expression here has the same value in DataWeave 2. */
class EmbeddedExpressionLanguageTest {

  /** Stands for an operation's result or attributes. */
  public static final class Bean {

    public String getSid() {
      return "SM1";
    }

    public boolean isTerminal() {
      return true;
    }

    public TimeUnit getUnit() {
      return TimeUnit.SECONDS;
    }

    public Optional<String> getErrorCode() {
      return Optional.empty();
    }
  }

  private final EmbeddedExpressionLanguage language = new EmbeddedExpressionLanguage(
      new ApplicationResources(EmbeddedExpressionLanguageTest.class.getClassLoader(), List.of()));
  private final BindingContext bindings = bindings();

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '§', value = {
      "payload.MessageStatus                      | sent",
      "payload.'MessageStatus'                    | sent",
      "payload['MessageStatus']                   | sent",
      "payload.items[0] ++ payload.items[-1]      | ac",
      "payload.*Media[1]                          | b.png",
      "payload.nested.deep.value                  | 7",
      "attributes.sid                             | SM1",
      "attributes.unit                            | SECONDS",
      "vars.to                                    | +15551234",
      "correlationId                              | c-1",
      "message.payload.MessageStatus              | sent",
      "'it\\'s ' ++ \"a ++ b\"                    | it's a ++ b",
      "'$(payload.MessageStatus)-$(1 + 1)'        | sent-2",
      "payload.missing default 'none'             | none",
      "if (attributes.terminal) 'end' else 'on'   | end",
      "(1 + 2) * 3 - 4 / 2                        | 7",
      "0.1 + 0.2                                  | 0.3",
      "-vars.number                               | -3",
      "upper('a') ++ lower('B') ++ trim(' c ')    | Abc",
      "sizeOf(payload.items)                      | 3",
      "joinBy(payload.items, ', ')                | a, b, c",
      "'5' as Number + 1                          | 6",
      "%dw 2.0 output application/java --- 'x'    | x",
  })
  void values(String expression, String expected) {
    assertEquals(expected, text(expression));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "payload.MessageStatus == 'sent'", "payload.MessageStatus != 'failed'", "attributes.unit == 'SECONDS'",
      "payload.missing == null", "payload.missing.deeper == null", "attributes.missing == null", "attributes.errorCode == null",
      "payload.items[9] == null", "1 == 1.0", "vars.number >= 3 and vars.number < 4", "1 > 2 or 'b' > 'a'", "!false",
      "not 1 == 2",
      "'1' ~= 1", "isEmpty([])", "isEmpty(null)", "contains(payload.items, 'b')", "contains('sent', 'en')",
      "startsWith('+1555', '+1')", "endsWith('a.png', '.png')", "null == null", "{a: 1}.a == 1", "sizeOf([1, 2] ++ [3]) == 3",
      "now() as String != ''", "'2026-01-02' as Date < '2026-01-03' as Date",
  })
  void conditions(String expression) {
    assertEquals(true, language.evaluate(expression, bindings).getValue(), expression);
  }

  @Test
  void buildsObjectsAndLists() {
    assertEquals(Map.of("a", 1, "b c", List.of("sent", true)),
                 language.evaluate("{a: 1, \"b c\": [payload.MessageStatus, true]}", bindings).getValue());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '§', value = {
      "nobody.there           | 'nobody'",
      "nothing()              | 'nothing'",
      "nobody::there()        | 'nobody::there'",
      "'a' ++ null            | can't be joined",
      "'a' + 'b'              | isn't a number",
      "'text'.property        | has no 'property'",
      "true < 1               | can't be compared",
      "1 / 0                  | Division by zero",
      "if ('yes') 1 else 2    | neither true nor false",
      "'x' as Number          | Cannot coerce",
  })
  void failures(String expression, String reason) {
    String message = assertThrows(ExpressionExecutionException.class, () -> language.evaluate(expression, bindings)).getMessage();

    assertTrue(message.contains(reason), message);
    assertTrue(language.validate(expression).isSuccess());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "payload map $.sid $", "1 +", "$.sid", "upper()", "payload.a#b", "import dw::Nothing --- 1",
      "import nothing from dw::core::Strings --- 1", "dw::core::Strings::nothing('a')", "ns a b --- 1",
      "output application/pdf --- 1",
      "output application/json width=3 --- 1", "1 as String {width: 3}", "1 match { case [a ~ b] -> 1 }", "/(/ matches 'a'",
      "|13h|", "'open", "payload[0", "(1", "payload.", "a b", "if (true) 1", "payload; 1",
      "x as Nonsense"})
  void whatIsNotKnownIsRefusedAtStart(String expression) {
    assertFalse(language.validate(expression).isSuccess(), expression);
    assertThrows(ExpressionExecutionException.class, () -> language.evaluate(expression, bindings));
  }

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

  @Test
  void splits() {
    List<Object> items = new ArrayList<>();
    language.split("#[payload.items]", bindings).forEachRemaining(item -> items.add(item.getValue()));

    assertEquals(List.of("a", "b", "c"), items);
    assertFalse(language.split("null", bindings).hasNext());
    assertThrows(ExpressionExecutionException.class, () -> language.split("'text'", bindings));
  }

  @Test
  void logsAnything() {
    assertEquals("[\"a\", \"b\", \"c\"]", language.evaluateLogExpression("payload.items", bindings).getValue());
    assertEquals("{}", language.evaluateLogExpression("vars.json", bindings).getValue());
    assertNull(language.evaluateLogExpression("null", bindings).getValue());
  }

  @Test
  void globalsAreFoundBesideTheEvent() {
    language.addGlobalBindings(BindingContext.builder().addBinding("app", TypedValue.of(Map.of("name", "demo"))).build());

    assertEquals("demo", text("app.name"));
  }

  private String text(String expression) {
    return (String) language.evaluate(expression, DataType.STRING, bindings).getValue();
  }

  private Object to(Class<?> type, String expression) {
    return language.evaluate(expression, DataType.fromType(type), bindings).getValue();
  }

  private static BindingContext bindings() {
    MultiMap<String, Object> payload = new MultiMap<>();
    payload.put("MessageStatus", "sent");
    payload.put("items", (Object) List.of("a", "b", "c"));
    payload.put("Media", "a.png");
    payload.put("Media", "b.png");
    payload.put("nested", Map.of("deep", Map.of("value", 7)));
    Map<String, TypedValue<?>> variables = Map.of("to", TypedValue.of("+15551234"), "number", TypedValue.of(3),
                                                  "json", new TypedValue<>("{}", DataType.JSON_STRING));
    return BindingContext.builder()
        .addBinding("payload", TypedValue.of(payload))
        .addBinding("attributes", TypedValue.of(new Bean()))
        .addBinding("vars", TypedValue.of(variables))
        .addBinding("correlationId", TypedValue.of("c-1"))
        .addBinding("message", TypedValue.of(Message.of(payload)))
        .build();
  }
}
