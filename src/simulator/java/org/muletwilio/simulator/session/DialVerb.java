package org.muletwilio.simulator.session;

import static org.muletwilio.simulator.twiml.Twiml.attribute;
import static org.muletwilio.simulator.twiml.Twiml.text;

import org.muletwilio.simulator.call.CallEnded;
import org.muletwilio.simulator.call.CallFields;
import org.muletwilio.simulator.call.CallRedirected;
import org.muletwilio.simulator.call.CallResources;
import org.muletwilio.simulator.call.CallProgress;
import org.muletwilio.simulator.callback.CallbackTarget;
import org.muletwilio.simulator.conference.ConferenceSettings;
import org.muletwilio.simulator.resource.Dates;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.PhoneNumbers;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.script.CallScript;
import org.muletwilio.simulator.twiml.Twiml;
import org.muletwilio.simulator.twiml.TwimlException;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.w3c.dom.Element;

/** Connects a call with another one or with a conference. */
final class DialVerb {

  private final Switchboard board;

  DialVerb(Switchboard board) {
    this.board = board;
  }

  Optional<Twiml> play(Element verb, Twiml document, CallSession session)
      throws CallEnded, CallRedirected, TwimlException, InterruptedException {
    Form result = Form.of("DialCallStatus", "failed");
    List<Element> nouns = Twiml.elements(verb);
    for (Element noun : nouns.isEmpty() ? List.of(verb) : nouns) {
      result = noun.getTagName().equals("Conference") ? confer(noun, document, session) : dial(verb, noun, document, session);
      if (result.first("DialCallStatus").equals(Optional.of("completed"))) {
        break;
      }
    }
    Optional<CallbackTarget> action = document.target(verb, "action", "method", "");
    return action.isEmpty() ? Optional.empty() : Optional.of(board.ask(session, action.get(), result));
  }

  private Form confer(Element noun, Twiml document, CallSession session)
      throws CallEnded, CallRedirected, TwimlException, InterruptedException {
    board.conferences().stay(session, ConferenceSettings.of(noun, document));
    return Form.of("DialCallStatus", "completed");
  }

  private Form dial(Element verb, Element noun, Twiml document, CallSession session)
      throws CallEnded, CallRedirected, TwimlException, InterruptedException {
    Resource parent = session.call();
    String to = text(noun);
    if ((noun == verb || noun.getTagName().equals("Number")) && !PhoneNumbers.dialable(to)) {
      board.heard(session.sid(), "error 13223 Dial: invalid phone number format: " + to);
      return Form.of("DialCallStatus", "failed");
    }
    String from = attribute(verb, "callerId").orElse(parent.text("from"));
    CallScript script = board.script().callOf(from, to);
    Resource child = board.calls()
        .add(CallResources.call(parent.accountSid(), from, to, "outbound-dial", Optional.of(parent.sid())));
    CallProgress progress = new CallProgress(board.callbacks(), noun == verb
        ? Optional.empty() : document.target(noun, "statusCallback", "statusCallbackMethod", "completed"));
    progress.report("initiated", child, "initiated", Form.EMPTY);
    session.pause(1);
    if (!script.end().equals("failed")) {
      progress.report("ringing", change(child, "ringing"), "ringing", Form.EMPTY);
      session.pause(1);
    }
    if (!script.isAnswered()) {
      progress.report("completed", change(child, script.end()), script.end(), CallFields.end(script.end(), 0));
      return Form.of("DialCallStatus", script.end(), "DialCallSid", child.sid());
    }
    progress.report("answered", change(child, "in-progress"), "in-progress", Form.EMPTY);
    return bridge(verb, document, session, child, script, progress);
  }

  private Form bridge(Element verb, Twiml document, CallSession session, Resource child, CallScript script, CallProgress progress)
      throws CallEnded, CallRedirected, TwimlException, InterruptedException {
    boolean record = attribute(verb, "record").filter(value -> !List.of("do-not-record", "false").contains(value)).isPresent();
    Optional<Resource> recording = Optional.empty();
    if (record) {
      recording = Optional.of(board.recordings().start(session.call(), "DialVerb", document
          .target(verb, "recordingStatusCallback", "recordingStatusCallbackMethod", "completed")));
    }
    Form recorded = Form.EMPTY;
    try {
      session.pause(script.conversation());
    } finally {
      recorded = recording.map(running -> board.recordings().finish(running.sid())).orElse(Form.EMPTY);
      Resource ended = change(child, "completed").with("duration", String.valueOf(script.conversation()));
      progress.report("completed", ended, "completed", CallFields.end("completed", script.conversation()).plus(recorded));
    }
    return Form.of("DialCallStatus", "completed", "DialCallSid", child.sid(), "DialCallDuration",
                   String.valueOf(script.conversation()), "DialBridged", "true").plus(recorded);
  }

  private Resource change(Resource child, String status) {
    boolean over = !status.equals("ringing") && !status.equals("in-progress");
    return board.calls().update(child.sid(), call -> {
      Resource changed = call.with("status", status);
      return over ? changed.with("end_time", Dates.rfc2822(Instant.now())).with("duration", "0") : changed;
    }).orElseThrow();
  }
}
