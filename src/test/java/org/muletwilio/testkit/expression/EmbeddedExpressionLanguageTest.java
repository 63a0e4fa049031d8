package org.muletwilio.testkit.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.el.BindingContext;
import org.mule.runtime.api.el.ExpressionExecutionException;
import org.mule.runtime.api.metadata.TypedValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each expression here has the same value in DataWeave 2. */
class EmbeddedExpressionLanguageTest extends LanguageFixture {

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
}
