package org.muletwilio.simulator.twiml;

import org.muletwilio.simulator.callback.CallbackTarget;
import org.muletwilio.simulator.resource.Form;

import java.util.Optional;

/** A call's instructions: TwiML, or a URL that returns it. One of the two is set. */
public record Instructions(Optional<String> twiml, Optional<CallbackTarget> target) {

  static Instructions twiml(String text) {
    return new Instructions(Optional.of(text), Optional.empty());
  }

  public static Instructions from(CallbackTarget target) {
    return new Instructions(Optional.empty(), Optional.of(target));
  }

  /** Reads Twiml or Url with Method. */
  public static Optional<Instructions> of(Form form) {
    return CallbackTarget.of(form, "Url", "Method").map(Instructions::from)
        .or(() -> form.filled("Twiml").map(Instructions::twiml));
  }
}
