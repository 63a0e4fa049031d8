package org.muletwilio.internal.callback.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.idempotency.LatestStatuses;
import org.muletwilio.internal.callback.trust.CallerAccount;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusOrderTest {

  @ParameterizedTest
  @CsvSource({"MESSAGE_STATUS,accepted,0,false", "MESSAGE_STATUS,scheduled,0,false", "MESSAGE_STATUS,queued,1,false",
      "MESSAGE_STATUS,sending,2,false", "MESSAGE_STATUS,sent,3,false", "MESSAGE_STATUS,delivered,4,true",
      "MESSAGE_STATUS,undelivered,4,true", "MESSAGE_STATUS,failed,4,true", "MESSAGE_STATUS,canceled,4,true",
      "MESSAGE_STATUS,read,5,true", "MESSAGE_STATUS,new_one,-1,false", "CALL_STATUS,initiated,1,false",
      "CALL_STATUS,ringing,2,false",
      "CALL_STATUS,in-progress,3,false", "CALL_STATUS,completed,4,true", "CALL_STATUS,busy,4,true", "CALL_STATUS,failed,4,true",
      "CALL_STATUS,no-answer,4,true", "CALL_STATUS,canceled,4,true", "CALL_STATUS,,-1,false",
      "RECORDING_STATUS,in-progress,0,false",
      "RECORDING_STATUS,completed,1,true", "RECORDING_STATUS,absent,1,true", "CONFERENCE_STATUS,conference-end,-1,true",
      "CONFERENCE_STATUS,participant-leave,-1,false", "TRANSCRIPTION_STATUS,transcription-stopped,-1,true",
      "TRANSCRIPTION_STATUS,transcription-content,-1,false", "MACHINE_DETECTION,human,-1,true", "MACHINE_DETECTION,,-1,false",
      "CALLER_ID_STATUS,success,-1,true", "CALLER_ID_STATUS,,-1,false", "CALL_INSTRUCTIONS,completed,-1,false"})
  void knowsPlacesAndEnds(CallbackKind kind, String status, int place, boolean terminal) {
    assertEquals(place, StatusOrder.placeOf(kind, status).orElse(-1));
    assertEquals(terminal, StatusOrder.isTerminal(kind, status));
  }

  @Test
  void noticesThatALaterOneHasCome() {
    LatestStatuses latest = new LatestStatuses();
    assertFalse(message(latest, "SM1", "delivered"));
    assertTrue(message(latest, "SM1", "sent"));
    assertFalse(message(latest, "SM1", "delivered"));
    assertFalse(message(latest, "SM2", "sent"));
    assertFalse(message(latest, "SM2", "unknown"));
    assertFalse(message(latest, "SM2", "delivered"));
  }

  @Test
  void countsWhereTwilioCounts() {
    LatestStatuses latest = new LatestStatuses();
    assertFalse(call(latest, "1", "ringing"));
    assertFalse(call(latest, "3", "completed"));
    assertTrue(call(latest, "2", "in-progress"));
    assertFalse(call(latest, "3", "completed"));
  }

  private static boolean message(LatestStatuses latest, String sid, String status) {
    return latest.hasLaterThan(CallerAccount.OWN, CallbackKind.MESSAGE_STATUS,
        Map.of("MessageSid", sid, "MessageStatus", status));
  }

  private static boolean call(LatestStatuses latest, String number, String status) {
    return latest.hasLaterThan(CallerAccount.OWN, CallbackKind.CALL_STATUS,
        Map.of("CallSid", "CA1", "CallStatus", status, "SequenceNumber", number));
  }
}
