package org.muletwilio.simulator.session;

import static org.muletwilio.simulator.twiml.Twiml.attribute;
import static org.muletwilio.simulator.twiml.Twiml.number;

import org.muletwilio.simulator.call.CallEnded;
import org.muletwilio.simulator.call.CallRedirected;
import org.muletwilio.simulator.resource.Form;

import java.util.Optional;

import org.w3c.dom.Element;

/** Waits for the keys and the speech of a person on the phone, as Gather wants them. */
final class LiveInput {

  private final CallSession session;
  private final boolean keysCount;
  private final boolean speechCounts;
  private final int timeout;
  private final int most;
  private final String finishOnKey;

  LiveInput(Element gather, CallSession session) {
    this.session = session;
    String wanted = attribute(gather, "input").orElse("dtmf");
    keysCount = wanted.contains("dtmf");
    speechCounts = wanted.contains("speech");
    timeout = number(gather, "timeout", 5);
    most = number(gather, "numDigits", Integer.MAX_VALUE);
    finishOnKey = attribute(gather, "finishOnKey").orElse("#");
  }

  /** What was pressed or said; nothing if neither is done in time. */
  Optional<Form> await() throws CallEnded, CallRedirected, InterruptedException {
    StringBuilder digits = new StringBuilder();
    while (digits.length() < most) {
      session.pause(timeout, session.control()::hasInput);
      Optional<String> said = session.control().takeSpeech();
      if (said.isPresent() && speechCounts) {
        return Optional.of(Form.of("SpeechResult", said.get(), "Confidence", "0.95"));
      }
      Optional<String> key = session.control().takeKey();
      if (key.isEmpty() && said.isEmpty()) {
        break;
      }
      if (key.filter(finishOnKey::equals).isPresent() && digits.length() > 0) {
        return Optional.of(Form.of("Digits", digits.toString(), "FinishedOnKey", finishOnKey));
      }
      key.filter(pressed -> keysCount).ifPresent(digits::append);
    }
    return digits.length() == 0 ? Optional.empty() : Optional.of(Form.of("Digits", digits.toString()));
  }
}
