package org.muletwilio.internal.callback.pending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.content.CallbackContent;
import org.muletwilio.internal.callback.pending.AwaitedStatus;
import org.muletwilio.internal.callback.trust.CallerAccount;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwaitedStatusTest {

  /** Each has a last status of its kind, and the SIDs of everything that has one. */
  private static final Map<String, String> ALL_FIELDS = Stream.of("AccountSid=AC1", "MessageSid=SM1", "SmsSid=SM1", "CallSid=CA1",
      "RecordingSid=RE1", "ConferenceSid=CF1", "TranscriptionSid=GT1", "MessageStatus=delivered", "SmsStatus=delivered",
      "CallStatus=completed", "RecordingStatus=completed", "AnsweredBy=human", "StatusCallbackEvent=conference-end",
      "TranscriptionEvent=transcription-stopped", "VerificationStatus=failed", "EventType=x")
      .map(field -> field.split("=")).collect(Collectors.toMap(field -> field[0], field -> field[1]));

  /** Of all kinds whose SID is a message's or call's, one alone ends what is awaited of it. */
  @ParameterizedTest
  @EnumSource(CallbackKind.class)
  void aCallbackEndsNothingButTheStatusOfItsKind(CallbackKind kind) {
    Optional<AwaitedStatus> expected = Map.of(CallbackKind.MESSAGE_STATUS, "SM1", CallbackKind.CALL_STATUS, "CA1").entrySet()
        .stream().filter(each -> each.getKey() == kind).map(each -> new AwaitedStatus(kind, "AC1", each.getValue())).findFirst();
    assertEquals(expected, endedBy(kind, ALL_FIELDS));
  }

  @Test
  void otherKindsAreAboutACallToo() {
    assertEquals(Stream.of(CallbackKind.CALL_INSTRUCTIONS, CallbackKind.CALL_FALLBACK, CallbackKind.CALL_STATUS,
        CallbackKind.MACHINE_DETECTION, CallbackKind.CALLER_ID_STATUS).collect(Collectors.toSet()),
                 Arrays.stream(CallbackKind.values()).filter(kind -> kind.resourceSidIn(ALL_FIELDS).equals(Optional.of("CA1")))
                     .collect(Collectors.toSet()));
  }

  @Test
  void aSubaccountsCallbackIsNotTheAccounts() {
    Map<String, String> fields = new HashMap<>(ALL_FIELDS);
    fields.remove("AccountSid");
    assertEquals(Optional.empty(), endedBy(CallbackKind.CALL_STATUS, fields));
    fields.put("AccountSid", "AC2");
    assertEquals(Optional.of(new AwaitedStatus(CallbackKind.CALL_STATUS, "AC2", "CA1")),
                 endedBy(CallbackKind.CALL_STATUS, fields));
  }

  @Test
  void whatIsNotTheLastStatusEndsNothing() {
    Map<String, String> fields = new HashMap<>(ALL_FIELDS);
    fields.put("CallStatus", "ringing");
    assertEquals(Optional.empty(), endedBy(CallbackKind.CALL_STATUS, fields));
  }

  @Test
  void kindAccountAndSidTellItFromOthers() {
    AwaitedStatus message = new AwaitedStatus(CallbackKind.MESSAGE_STATUS, "AC1", "SM1");
    AwaitedStatus call = new AwaitedStatus(CallbackKind.CALL_STATUS, "AC2", "CA1");
    assertEquals("MESSAGE_STATUS AC1 MessageSid SM1", describe(message));
    assertEquals("CALL_STATUS AC2 CallSid CA1", describe(call));
    for (AwaitedStatus each : List.of(call, new AwaitedStatus(CallbackKind.CALL_STATUS, "AC1", "SM1"),
        new AwaitedStatus(CallbackKind.MESSAGE_STATUS, "AC2", "SM1"),
        new AwaitedStatus(CallbackKind.MESSAGE_STATUS, "AC1", "SM2"))) {
      assertNotEquals(message, each);
    }
  }

  private static String describe(AwaitedStatus status) {
    return status.getKind().name() + " " + status.getAccountSid() + " " + status.getSidField() + " " + status.getSid();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SM1", "", "a/b", "\u0000", "é~"})
  void aKeyLeadsBack(String sid) {
    AwaitedStatus status = new AwaitedStatus(CallbackKind.MESSAGE_STATUS, "AC1", sid);
    assertEquals(Optional.of(status), AwaitedStatus.ofKey(status.toKey()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "SM1", "message-status/AC1", "message-status/AC1/SM1/1", "machine-detection/AC1/CA1", "x/AC1/SM1",
      "next/message-status/AC1/SM1", "message-status/AC1/~"})
  void anythingElseIsNoKey(String key) {
    assertTrue(AwaitedStatus.ofKey(key).isEmpty());
  }

  private static Optional<AwaitedStatus> endedBy(CallbackKind kind, Map<String, String> fields) {
    return AwaitedStatus.endedBy(kind, CallerAccount.OWN, new CallbackContent(kind, new MultiMap<>(new HashMap<>(fields)),
        Optional.empty()));
  }
}
