package org.muletwilio.internal.callback.idempotency;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.trust.CallerAccount;

import java.util.Map;

import org.junit.jupiter.api.Test;

class LatestStatusesTest {

  private final LatestStatuses latest = new LatestStatuses();

  @Test
  void anEarlierStatusOfAMessageComesTooLate() {
    assertFalse(message("SM1", "sent"));
    assertFalse(message("SM1", "sent"));
    assertTrue(message("SM1", "queued"));
    assertFalse(message("SM1", "delivered"));
    assertTrue(message("SM1", "sent"));
    assertFalse(message("SM2", "queued"), "another message");
    assertFalse(message("SM1", "unheard-of"), "has no place");
  }

  /** In a call a status may come twice, so that the number counts. */
  @Test
  void anEarlierNumberOfACallComesTooLate() {
    assertFalse(call("ringing", "2"));
    assertFalse(call("in-progress", "3"));
    assertFalse(call("in-progress", "3"));
    assertTrue(call("ringing", "2"));
    assertFalse(call("ringing", "4"));
    assertFalse(call("completed", "x"), "the status tells where the number does not");
  }

  @Test
  void whatNamesNoResourceIsNeverLate() {
    latest.hasLaterThan(CallerAccount.OWN, CallbackKind.MESSAGE_STATUS, Map.of("MessageStatus", "delivered"));
    assertFalse(latest.hasLaterThan(CallerAccount.OWN, CallbackKind.MESSAGE_STATUS, Map.of("MessageStatus", "sent")));
  }

  private boolean message(String sid, String status) {
    return latest.hasLaterThan(CallerAccount.OWN, CallbackKind.MESSAGE_STATUS,
        Map.of("MessageSid", sid, "MessageStatus", status));
  }

  private boolean call(String status, String number) {
    return latest.hasLaterThan(CallerAccount.OWN, CallbackKind.CALL_STATUS,
        Map.of("CallSid", "CA1", "CallStatus", status, "SequenceNumber", number));
  }
}
