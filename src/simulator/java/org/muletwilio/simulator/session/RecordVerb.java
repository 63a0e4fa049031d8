package org.muletwilio.simulator.session;

import static org.muletwilio.simulator.twiml.Twiml.attribute;
import static org.muletwilio.simulator.twiml.Twiml.number;

import org.muletwilio.simulator.call.CallEnded;
import org.muletwilio.simulator.call.CallFields;
import org.muletwilio.simulator.call.CallRedirected;
import org.muletwilio.simulator.callback.Callback;
import org.muletwilio.simulator.callback.CallbackTarget;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.Sids;
import org.muletwilio.simulator.twiml.Twiml;
import org.muletwilio.simulator.twiml.TwimlException;

import java.util.Optional;

import org.w3c.dom.Element;

/** Records what is said. */
public final class RecordVerb {

  private static final int SPOKEN = 2;

  private final Switchboard board;

  RecordVerb(Switchboard board) {
    this.board = board;
  }

  Optional<Twiml> play(Element verb, Twiml document, CallSession session)
      throws CallEnded, CallRedirected, TwimlException, InterruptedException {
    Optional<CallbackTarget> told =
        document.target(verb, "recordingStatusCallback", "recordingStatusCallbackMethod", "completed");
    Resource recording = board.recordings().start(session.call(), "RecordVerb", told);
    session.pause(Math.min(SPOKEN, number(verb, "maxLength", SPOKEN)));
    Form result = board.recordings().finish(recording.sid());
    transcribe(verb, document, session, result);
    Optional<CallbackTarget> action = document.target(verb, "action", "method", "")
        .or(() -> Optional.of(document.url()).filter(url -> !url.isEmpty())
            .map(url -> CallbackTarget.of(url, attribute(verb, "method").orElse("POST"))));
    if (action.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(board.ask(session, action.get(), result.with("Digits", session.input().nextDigits())));
  }

  private void transcribe(Element verb, Twiml document, CallSession session, Form recording) throws TwimlException {
    document.target(verb, "transcribeCallback", "", "").ifPresent(target -> {
      Resource call = session.call();
      String sid = Sids.next("TR");
      Form fields = Form.of("TranscriptionSid", sid, "TranscriptionText", "Hello", "TranscriptionStatus", "completed",
                            "TranscriptionUrl", recording.first("RecordingUrl").orElse("") + "/Transcriptions/" + sid);
      board.callbacks().add(Callback.of(Callback.Kind.TRANSCRIPTION, call, target,
                                        fields.plus(recording).plus(CallFields.standard(call, call.status()))));
    });
  }
}
