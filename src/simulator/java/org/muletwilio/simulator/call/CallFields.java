package org.muletwilio.simulator.call;

import static org.muletwilio.simulator.resource.PhoneNumbers.place;

import org.muletwilio.simulator.resource.Dates;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.Resource;

import java.time.Instant;
import java.util.Optional;

/** The parameters of requests about a call. */
public final class CallFields {

  private CallFields() {}

  /** The parameters of every request about a call. */
  public static Form standard(Resource call, String status) {
    String from = call.text("from");
    String to = call.text("to");
    return Form.of("CallSid", call.sid(), "AccountSid", call.accountSid(), "From", from, "To", to, "CallStatus", status)
        .plus(Form.of("ApiVersion", "2010-04-01", "Direction", call.text("direction"), "Caller", from, "Called", to))
        .with("ParentCallSid", Optional.of(call.text("parent_call_sid")).filter(sid -> !sid.isEmpty()))
        .plus(place("From", from)).plus(place("Caller", from)).plus(place("To", to)).plus(place("Called", to));
  }

  /** The parameters that a status callback adds. */
  static Form progress(int sequenceNumber) {
    return Form.of("Timestamp", Dates.rfc2822(Instant.now()), "CallbackSource", "call-progress-events", "SequenceNumber",
                   String.valueOf(sequenceNumber));
  }

  /** The parameters that the last status callback adds. */
  public static Form end(String status, int seconds) {
    String sip = switch (status) {
      case "completed" -> "200";
      case "busy" -> "486";
      case "failed" -> "404";
      default -> "487";
    };
    String minutes = String.valueOf((seconds + 59) / 60);
    return Form.of("CallDuration", String.valueOf(seconds), "Duration", minutes, "SipResponseCode", sip);
  }

  /** The parameters of a callback about who answered. */
  public static Form detection(Resource call, String answeredBy) {
    return Form.of("CallSid", call.sid(), "AccountSid", call.accountSid(), "AnsweredBy", answeredBy,
        "MachineDetectionDuration", "2300");
  }
}
