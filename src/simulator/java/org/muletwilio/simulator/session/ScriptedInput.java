package org.muletwilio.simulator.session;

import org.muletwilio.simulator.script.CallScript;

import java.util.Iterator;
import java.util.Optional;

/** What a script presses and says, one text after the other. */
final class ScriptedInput {

  private final Iterator<String> digits;
  private final Iterator<String> speech;

  ScriptedInput(CallScript script) {
    digits = script.digits().iterator();
    speech = script.speech().iterator();
  }

  /** What is pressed now, if anything. */
  Optional<String> nextDigits() {
    return digits.hasNext() ? Optional.of(digits.next()) : Optional.empty();
  }

  /** What is said now, if anything. */
  Optional<String> nextSpeech() {
    return speech.hasNext() ? Optional.of(speech.next()) : Optional.empty();
  }
}
