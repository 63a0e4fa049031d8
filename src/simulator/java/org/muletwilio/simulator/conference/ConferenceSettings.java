package org.muletwilio.simulator.conference;

import static org.muletwilio.simulator.twiml.Twiml.attribute;

import org.muletwilio.simulator.callback.CallbackTarget;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.twiml.Twiml;
import org.muletwilio.simulator.twiml.TwimlException;

import java.util.Optional;

import org.w3c.dom.Element;

/**
 * The settings of a participant of a conference.
 *
 * @param name the conference's name
 * @param status receives the conference's events; the first participant's counts
 * @param record whether the conference is recorded; the first participant decides
 * @param recording receives the status of that recording
 * @param waiting returns what is heard until the conference starts
 */
public record ConferenceSettings(String name, Optional<String> label, boolean muted, boolean startOnEnter, boolean endOnExit,
    Optional<CallbackTarget> status, boolean record, Optional<CallbackTarget> recording, Optional<CallbackTarget> waiting) {

  /** Reads the parameters of a new participant. */
  public static ConferenceSettings of(String name, Form form) {
    return new ConferenceSettings(name, form.filled("Label"), isTrue(form.first("Muted"), false),
                                  isTrue(form.first("StartConferenceOnEnter"), true),
                                  isTrue(form.first("EndConferenceOnExit"), false),
                                  CallbackTarget.withEvents(form, "ConferenceStatusCallback", "start", "end"),
                                  isRecorded(form.first("ConferenceRecord")),
                                  CallbackTarget.withEvents(form, "ConferenceRecordingStatusCallback", "completed"),
                                  CallbackTarget.of(form, "WaitUrl", "WaitMethod"));
  }

  /** Reads TwiML's Conference. */
  public static ConferenceSettings of(Element noun, Twiml document) throws TwimlException {
    return new ConferenceSettings(Twiml.text(noun), attribute(noun, "participantLabel"), isTrue(attribute(noun, "muted"), false),
                                  isTrue(attribute(noun, "startConferenceOnEnter"), true),
                                  isTrue(attribute(noun, "endConferenceOnExit"), false),
                                  document.target(noun, "statusCallback", "statusCallbackMethod", "start end"),
                                  isRecorded(attribute(noun, "record")),
                                  document.target(noun, "recordingStatusCallback", "recordingStatusCallbackMethod", "completed"),
                                  document.target(noun, "waitUrl", "waitMethod", ""));
  }

  private static boolean isTrue(Optional<String> value, boolean otherwise) {
    return value.map(Boolean::parseBoolean).orElse(otherwise);
  }

  private static boolean isRecorded(Optional<String> value) {
    return value.filter(text -> text.equals("true") || text.equals("record-from-start")).isPresent();
  }
}
