package org.muletwilio.internal.callback.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.muletwilio.api.callback.CallbackKind;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What Twilio's documentation of connection overrides says, and where it has them. */
class ConnectionOverridesTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      MESSAGE_STATUS      | #rc=3&rp=5xx,ct,rt | #rp=5xx,ct,rt
      CALL_STATUS         | #rc=3&rp=5xx,ct,rt | #rp=5xx,ct,rt
      CALL_INSTRUCTIONS   | #rp=ct,rt          | #rp=ct,rt
      INBOUND_MESSAGE     | #rp=ct,rt          | #rp=ct,rt
      EVENT               | ''                 | ''
      TASK_ASSIGNMENT     | ''                 | ''
      WEBHOOK             | ''                 | ''
      CONNECT_DEAUTHORIZATION | ''             | ''
      """)
  void statusesAreRepeatedAndInstructionsWhereTheConnectionBreaksAlone(CallbackKind kind, String inRequest, String inMarkup) {
    assertEquals(inRequest, ConnectionOverrides.inRequest(kind));
    assertEquals(inMarkup, ConnectionOverrides.inMarkup(kind));
  }

  @ParameterizedTest
  @EnumSource
  void signaturesAreTriedWithBoth(CallbackKind kind) {
    assertEquals(List.of(ConnectionOverrides.inRequest(kind), ConnectionOverrides.inMarkup(kind)).stream().distinct().toList(),
                 List.copyOf(ConnectionOverrides.of(kind)));
  }
}
