package org.muletwilio.api.callback;

import static java.time.format.DateTimeFormatter.ISO_DATE_TIME;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
import static java.util.Arrays.asList;

import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Reads Twilio's fields into {@link CallbackAttributes}; an application's tests can use it, too. */
public final class ReportedFields {

  private ReportedFields() {}

  /**
   * Sets the attributes that the fields report. Twilio may send anything at any time: what is not of its documented type is left
   * out here, and stays in the payload as it was sent.
   *
   * @param attributes get what the fields report
   * @param kind what the callback is about
   * @param fields the callback's fields, by Twilio's names
   * @return the attributes
   */
  public static CallbackAttributesBuilder addTo(CallbackAttributesBuilder attributes, CallbackKind kind,
                                                Map<String, String> fields) {
    return attributes
        .resourceSid(kind.resourceSidIn(fields).orElse(null))
        .status(kind.statusIn(fields).orElse(null))
        .accountSid(fields.get("AccountSid"))
        .errorCode(number(fields.get("ErrorCode")))
        .callSid(fields.get("CallSid"))
        .conferenceSid(fields.get("ConferenceSid"))
        .sequenceNumber(number(fields.get("SequenceNumber")))
        .timestamp(time(fields.get("Timestamp")))
        .duration(number(fields.getOrDefault("RecordingDuration", fields.get("CallDuration"))))
        .recordingUrl(fields.get("RecordingUrl"))
        .recordingChannels(number(fields.get("RecordingChannels")))
        .answeredBy(fields.get("AnsweredBy"))
        .machineDetectionDuration(number(fields.get("MachineDetectionDuration")));
  }

  private static Integer number(String text) {
    try {
      return text == null ? null : Integer.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Most callbacks write the time as RFC 1123 does, transcriptions as ISO 8601. */
  private static ZonedDateTime time(String text) {
    for (DateTimeFormatter format : asList(RFC_1123_DATE_TIME, ISO_DATE_TIME)) {
      try {
        return text == null ? null : ZonedDateTime.parse(text, format);
      } catch (DateTimeException e) {
        // the next format may fit
      }
    }
    return null;
  }
}
