package org.muletwilio.simulator.session;

import static org.muletwilio.simulator.twiml.Twiml.attribute;
import static org.muletwilio.simulator.twiml.Twiml.number;
import static org.muletwilio.simulator.twiml.Twiml.text;

import org.muletwilio.simulator.call.CallEnded;
import org.muletwilio.simulator.call.CallRedirected;
import org.muletwilio.simulator.callback.CallbackTarget;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.twiml.Instructions;
import org.muletwilio.simulator.twiml.Twiml;
import org.muletwilio.simulator.twiml.TwimlException;

import java.util.Optional;

import org.w3c.dom.Element;

/** Carries out TwiML, document after document. */
public final class TwimlPlayer implements Conversation {

  /** A call that loops until somebody hangs up would never end here. */
  private static final int MOST_DOCUMENTS = 100;

  private final Switchboard board;
  private final Instructions instructions;
  private final GatherVerb gather;
  private final RecordVerb record;
  private final DialVerb dial;

  public TwimlPlayer(Switchboard board, Instructions instructions) {
    this.board = board;
    this.instructions = instructions;
    gather = new GatherVerb(board);
    record = new RecordVerb(board);
    dial = new DialVerb(board);
  }

  @Override
  public void hold(CallSession session) throws CallEnded, CallRedirected, TwimlException, InterruptedException {
    Optional<Twiml> document = Optional.of(first(session));
    for (int count = 0; document.isPresent(); count++) {
      if (count == MOST_DOCUMENTS) {
        throw new CallEnded("completed");
      }
      document = play(document.get(), session);
    }
    session.answer();
  }

  private Twiml first(CallSession session) throws CallEnded, CallRedirected, TwimlException, InterruptedException {
    if (instructions.target().isPresent()) {
      return board.ask(session, instructions.target().get(), Form.EMPTY);
    }
    return Twiml.parse("", instructions.twiml().orElseThrow());
  }

  /** @return the next document, if the verb fetches one */
  private Optional<Twiml> play(Twiml document, CallSession session)
      throws CallEnded, CallRedirected, TwimlException, InterruptedException {
    for (Element verb : document.verbs()) {
      if (verb.getTagName().equals("Reject") && !session.isAnswered()) {
        throw new CallEnded(attribute(verb, "reason").filter("busy"::equals).orElse("no-answer"));
      }
      session.answer();
      Optional<Twiml> next = play(verb, document, session);
      if (next.isPresent()) {
        return next;
      }
    }
    return Optional.empty();
  }

  private Optional<Twiml> play(Element verb, Twiml document, CallSession session)
      throws CallEnded, CallRedirected, TwimlException, InterruptedException {
    session.pause(0);
    switch (verb.getTagName()) {
      case "Gather":
        return gather.play(verb, document, session);
      case "Record":
        return record.play(verb, document, session);
      case "Dial":
        return dial.play(verb, document, session);
      case "Redirect":
        String method = attribute(verb, "method").orElse("POST");
        return Optional.of(board.ask(session, CallbackTarget.of(document.resolve(text(verb)), method), Form.EMPTY));
      case "Hangup":
        throw new CallEnded("completed");
      case "Start":
        start(verb, document, session);
        return Optional.empty();
      default:
        speak(board, verb, session);
        return Optional.empty();
    }
  }

  private void start(Element start, Twiml document, CallSession session) throws TwimlException {
    for (Element noun : Twiml.elements(start)) {
      if (noun.getTagName().equals("Transcription")) {
        board.transcriptions().start(session.call(), attribute(noun, "name"), attribute(noun, "languageCode"),
                                     document.target(noun, "statusCallbackUrl", "statusCallbackMethod", ""));
      } else {
        board.heard(session.sid(), "Start " + noun.getTagName());
      }
    }
  }

  /** Carries out the verbs that are only heard: Say, Play and Pause. */
  static void speak(Switchboard board, Element verb, CallSession session)
      throws CallEnded, CallRedirected, InterruptedException {
    switch (verb.getTagName()) {
      case "Say", "Play" -> {
        board.heard(session.sid(), verb.getTagName() + " " + text(verb));
        session.pause(1);
      }
      case "Pause" -> session.pause(number(verb, "length", 1));
      default -> board.heard(session.sid(), "warning 12200 " + verb.getTagName() + " isn't known");
    }
  }
}
