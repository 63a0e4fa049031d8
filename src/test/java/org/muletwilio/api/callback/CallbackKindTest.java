package org.muletwilio.api.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.muletwilio.internal.callback.content.StatusOrder;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A status or SID is found under each of Twilio's names for it. */
class CallbackKindTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "MESSAGE_STATUS | MessageSid=SM1 SmsSid=SM1 MessageStatus=delivered SmsStatus=delivered | SM1 | delivered | true",
      "MESSAGE_STATUS | SmsSid=SM1 SmsStatus=delivered | SM1 | delivered | true",
      "MESSAGE_STATUS | SmsMessageSid=SM1 SmsStatus=sent | SM1 | sent | false",
      "MESSAGE_STATUS | MessageSid= SmsSid=SM1 MessageStatus= SmsStatus=failed | SM1 | failed | true",
      "INBOUND_MESSAGE | SmsMessageSid=SM1 SmsStatus=received | SM1 | received | false",
      "CALL_STATUS | CallSid=CA1 CallStatus=busy | CA1 | busy | true",
      "RECORDING_STATUS | RecordingSid=RE1 RecordingStatus=absent CallSid=CA1 | RE1 | absent | true",
      "TRANSCRIPTION_STATUS | TranscriptionSid=GT1 TranscriptionEvent=transcription-content CallSid=CA1 | GT1 | "
          + "transcription-content | false",
      "TRANSCRIPTION_STATUS | TranscriptionSid=GT1 TranscriptionEvent=transcription-stopped | GT1 | transcription-stopped | true",
      "TRANSCRIPTION_STATUS | TranscriptionSid=TR1 TranscriptionStatus=completed url=http://x RecordingSid=RE1 | "
          + "TR1 | completed | true",
      "TRANSCRIPTION_STATUS | TranscriptionSid=TR1 TranscriptionStatus=failed | TR1 | failed | true",
      "CALLER_ID_STATUS | CallSid=CA1 VerificationStatus=failed | CA1 | failed | true",
      "EVENT | StatusCallbackEvent=room-ended RoomSid=RM1 |  | room-ended | false",
      "CONVERSATION_PRE_EVENT | EventType=onMessageAdd ConversationSid=CH1 | CH1 | onMessageAdd | false",
  })
  void statusAndSidAreFound(CallbackKind kind, String fields, String sid, String status, boolean terminal) {
    Map<String, String> callback = new HashMap<>();
    Stream.of(fields.split(" ")).map(field -> field.split("=", 2)).forEach(field -> callback.put(field[0], field[1]));
    assertEquals(Optional.ofNullable(sid), kind.resourceSidIn(callback));
    assertEquals(Optional.of(status), kind.statusIn(callback));
    assertEquals(terminal, StatusOrder.isTerminal(kind, status));
  }

  @Test
  void whatIsNotThereIsEmpty() {
    for (CallbackKind kind : CallbackKind.values()) {
      assertEquals(Optional.empty(), kind.statusIn(Map.of("Unknown", "x")));
      assertEquals(Optional.empty(), kind.resourceSidIn(Map.of("MessageSid", "", "CallSid", "")));
      assertEquals(Optional.of(kind), CallbackKind.ofPathSegment(kind.getPathSegment()));
    }
  }
}
