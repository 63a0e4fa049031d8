package org.muletwilio.simulator.session;

import static org.muletwilio.simulator.twiml.Twiml.attribute;
import static org.muletwilio.simulator.twiml.Twiml.number;

import org.muletwilio.simulator.call.CallEnded;
import org.muletwilio.simulator.call.CallRedirected;
import org.muletwilio.simulator.callback.CallbackTarget;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.twiml.Twiml;
import org.muletwilio.simulator.twiml.TwimlException;

import java.util.Optional;

import org.w3c.dom.Element;

/** Asks for digits or speech, which the script provides. */
final class GatherVerb {

  private final Switchboard board;

  GatherVerb(Switchboard board) {
    this.board = board;
  }

  Optional<Twiml> play(Element verb, Twiml document, CallSession session)
      throws CallEnded, CallRedirected, TwimlException, InterruptedException {
    for (Element nested : Twiml.elements(verb)) {
      TwimlPlayer.speak(board, nested, session);
    }
    Optional<Form> input = input(verb, session);
    if (input.isEmpty()) {
      input = new LiveInput(verb, session).await();
    }
    if (input.isEmpty() && !attribute(verb, "actionOnEmptyResult").map(Boolean::parseBoolean).orElse(false)) {
      return Optional.empty();
    }
    Optional<CallbackTarget> action = document.target(verb, "action", "method", "")
        .or(() -> Optional.of(document.url()).filter(url -> !url.isEmpty())
            .map(url -> CallbackTarget.of(url, attribute(verb, "method").orElse("POST"))));
    if (action.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(board.ask(session, action.get(), input.orElse(Form.of("Digits", ""))));
  }

  private static Optional<Form> input(Element verb, CallSession session) {
    String wanted = attribute(verb, "input").orElse("dtmf");
    if (wanted.contains("dtmf")) {
      Optional<Form> digits = session.input().nextDigits().map(pressed -> digits(verb, pressed));
      if (digits.isPresent()) {
        return digits;
      }
    }
    return wanted.contains("speech")
        ? session.input().nextSpeech().map(said -> Form.of("SpeechResult", said, "Confidence", "0.95"))
        : Optional.empty();
  }

  private static Form digits(Element verb, String pressed) {
    String finishOnKey = attribute(verb, "finishOnKey").orElse("#");
    int finish = finishOnKey.isEmpty() ? -1 : pressed.indexOf(finishOnKey);
    String digits = finish < 0 ? pressed : pressed.substring(0, finish);
    int most = number(verb, "numDigits", digits.length());
    if (digits.length() > most) {
      return Form.of("Digits", digits.substring(0, most));
    }
    return finish < 0 ? Form.of("Digits", digits) : Form.of("Digits", digits, "FinishedOnKey", finishOnKey);
  }
}
