package org.muletwilio.simulator.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How messages and calls end: by order, by sender, by recipient, and as texts. */
class OutcomesTest {

  private static final String FROM = "+15005550006";
  private static final String TO = "+14155550100";

  private final Script script = new Script();

  @Test
  void theFirstFailsAndTheSecondArrives() {
    script.outcome(TO, MessageOutcome.failed(30003), MessageOutcome.delivered());
    assertEquals(List.of("failed:30003", "delivered", "delivered"),
                 Stream.generate(() -> script.outcomeOf(FROM, TO).text()).limit(3).toList());
  }

  @Test
  void theMostSpecificRuleCounts() {
    script.outcome("*", "*", MessageOutcome.sent());
    script.outcome(FROM, "*", MessageOutcome.failed(30001));
    assertEquals("failed:30001", script.outcomeOf(FROM, TO).text());
    script.outcome(TO, MessageOutcome.failed(30002));
    assertEquals("failed:30002", script.outcomeOf(FROM, TO).text());
    script.outcome(FROM, TO, MessageOutcome.failed(30003));
    assertEquals("failed:30003", script.outcomeOf(FROM, TO).text());
    assertEquals("sent", script.outcomeOf("+15005550007", "+14155550199").text());
    script.messages().remove(Rules.Parties.parse(FROM + "/" + TO));
    assertEquals("failed:30002", script.outcomeOf(FROM, TO).text());
  }

  @Test
  void aRuleThatIsSetAgainBeginsAgain() {
    script.call(TO, CallScript.busy(), CallScript.answered());
    assertEquals("busy", script.callOf(FROM, TO).text());
    script.call(TO, CallScript.busy(), CallScript.answered());
    assertEquals("busy", script.callOf(FROM, TO).text());
    assertEquals("answered", script.callOf(FROM, TO).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"delivered", "failed:30003x2,delivered", "undelivered:30005,read,sent"})
  void messageOutcomesAreReadAsTheyAreWritten(String text) {
    assertEquals(text, MessageOutcome.text(MessageOutcome.parseAll(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"answered", "busy,answered:1,42#", "no-answerx3,attended", "answered:1,2*,busy",
      "answered:Where is it, please"})
  void callOutcomesAreReadAsTheyAreWritten(String text) {
    assertEquals(text, CallScript.text(CallScript.parseAll(text)));
  }

  @Test
  void whatIsNoKeysIsSaid() {
    CallScript script = CallScript.parse("answered:1,an agent");
    assertEquals(List.of("1"), script.digits());
    assertEquals(List.of("an agent"), script.speech());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "lost", "failed:x", "failed:3", "delivered,lost", "delivered,"})
  void refusesOtherMessageOutcomes(String text) {
    assertThrows(IllegalArgumentException.class, () -> MessageOutcome.parseAll(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "lost", "busyx0"})
  void refusesOtherCallOutcomes(String text) {
    assertThrows(IllegalArgumentException.class, () -> CallScript.parseAll(text));
  }
}
