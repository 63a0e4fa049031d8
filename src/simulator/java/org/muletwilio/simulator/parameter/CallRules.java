package org.muletwilio.simulator.parameter;

import org.muletwilio.simulator.api.ApiError;
import org.muletwilio.simulator.http.UrlRules;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.twiml.Twiml;
import org.muletwilio.simulator.twiml.TwimlException;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the API checks before it accepts a call. */
public final class CallRules {

  private static final int LONGEST_TWIML = 4000;
  private static final Set<String> PROGRESS = Set.of("initiated", "ringing", "answered", "completed");
  private static final Set<String> RECORDING = Set.of("in-progress", "completed", "absent");
  private static final Set<String> PARTICIPANT_RECORDING =
      Set.of("started", "in-progress", "paused", "resumed", "stopped", "completed", "failed", "absent");
  private static final Set<String> CONFERENCE_RECORDING = Set.of("in-progress", "completed", "failed", "absent");
  private static final Set<String> CONFERENCE =
      Set.of("start", "end", "join", "leave", "mute", "hold", "modify", "speaker", "announcement");

  private final UrlRules urls;

  public CallRules(UrlRules urls) {
    this.urls = urls;
  }

  /** @throws ApiError if a parameter of a new call is wrong or missing */
  public void checkCall(Form form) {
    checkNumbers(form);
    checkInstructions(form);
    checkCallbacks(form, List.of("StatusCallback", "RecordingStatusCallback", "AsyncAmdStatusCallback"));
    // A call takes one parameter for each event, and ignores several in one
    checkEvents(form, "StatusCallbackEvent", PROGRESS, false);
    checkEvents(form, "RecordingStatusCallbackEvent", RECORDING, true);
  }

  /** @throws ApiError if a parameter of a new participant is wrong or missing */
  public void checkParticipant(Form form) {
    checkNumbers(form);
    checkCallbacks(form, List.of("StatusCallback", "RecordingStatusCallback", "AmdStatusCallback", "ConferenceStatusCallback",
                                 "ConferenceRecordingStatusCallback", "WaitUrl"));
    checkEvents(form, "StatusCallbackEvent", PROGRESS, true);
    checkEvents(form, "RecordingStatusCallbackEvent", PARTICIPANT_RECORDING, true);
    checkEvents(form, "ConferenceRecordingStatusCallbackEvent", CONFERENCE_RECORDING, true);
    checkEvents(form, "ConferenceStatusCallbackEvent", CONFERENCE, true);
  }

  /** @throws ApiError if a parameter of a new recording is wrong */
  public void checkRecording(Form form) {
    checkCallbacks(form, List.of("RecordingStatusCallback"));
    checkEvents(form, "RecordingStatusCallbackEvent", RECORDING, true);
  }

  /** @throws ApiError if a URL or the TwiML is wrong */
  public void checkInstructions(Form form) {
    Properties.checkUrls(form, List.of("Url", "FallbackUrl"), urls, 21205);
    if (form.first("Twiml").orElse("").length() > LONGEST_TWIML) {
      throw ApiError.invalid(20001, "Twiml must be at most 4000 characters.");
    }
    form.filled("Twiml").ifPresent(CallRules::checkTwiml);
  }

  private static void checkTwiml(String text) {
    try {
      Twiml.parse("", text);
    } catch (TwimlException e) {
      throw ApiError.invalid(e.code(), "Twiml is invalid: " + e.getMessage());
    }
  }

  public void checkCallbacks(Form form, List<String> names) {
    Properties.checkUrls(form, names, urls, 21609);
  }

  private static void checkNumbers(Form form) {
    String to = form.filled("To").orElseThrow(() -> ApiError.invalid(21201, "No 'To' number is specified"));
    String from = form.filled("From").orElseThrow(() -> ApiError.invalid(21213, "No 'From' number is specified"));
    MagicNumbers.caller(from).or(() -> MagicNumbers.callee(to)).ifPresent(error -> {
      throw error;
    });
  }

  private static void checkEvents(Form form, String name, Set<String> known, boolean several) {
    for (String value : form.all(name)) {
      for (String event : several ? value.trim().split(" +") : new String[] {value}) {
        Optional.of(event).filter(one -> !known.contains(one)).ifPresent(one -> {
          throw ApiError.invalid(21626, name + " is invalid: " + one);
        });
      }
    }
  }
}
