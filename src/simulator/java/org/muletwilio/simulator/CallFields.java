package org.muletwilio.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What requests tell of a call. */
final class CallFields {

  private CallFields() {}

  /** What every request about a call carries. */
  static Form standard(Resource call, String status) {
    String from = call.text("from");
    String to = call.text("to");
    return Form.of("CallSid", call.sid(), "AccountSid", call.accountSid(), "From", from, "To", to, "CallStatus", status)
        .plus(Form.of("ApiVersion", "2010-04-01", "Direction", call.text("direction"), "Caller", from, "Called", to))
        .with("ParentCallSid", Optional.of(call.text("parent_call_sid")).filter(sid -> !sid.isEmpty()))
        .plus(place("From", from)).plus(place("Caller", from)).plus(place("To", to)).plus(place("Called", to));
  }

  /** What a status callback adds. */
  static Form progress(int sequenceNumber) {
    return Form.of("Timestamp", Dates.rfc2822(Instant.now()), "CallbackSource", "call-progress-events", "SequenceNumber",
                   String.valueOf(sequenceNumber));
  }

  /** What the last status callback adds. */
  static Form end(String status, int seconds) {
    String sip = switch (status) {
      case "completed" -> "200";
      case "busy" -> "486";
      case "failed" -> "404";
      default -> "487";
    };
    String minutes = String.valueOf((seconds + 59) / 60);
    return Form.of("CallDuration", String.valueOf(seconds), "Duration", minutes, "SipResponseCode", sip);
  }

  /** Where a number is, as Twilio looks it up. */
  static Form place(String whose, String number) {
    List<String> place = number.startsWith("+1") ? List.of("SAN FRANCISCO", "CA", "94105", "US") : List.of("", "", "", "");
    return !MagicNumbers.phoneNumber(number) ? Form.EMPTY
        : Form.of(whose + "City", place.get(0), whose + "State", place.get(1), whose + "Zip", place.get(2))
            .with(whose + "Country", place.get(3));
  }
}
