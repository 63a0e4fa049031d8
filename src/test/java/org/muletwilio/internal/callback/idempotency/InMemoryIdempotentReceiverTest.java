package org.muletwilio.internal.callback.idempotency;

import static java.util.Collections.emptyMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.mule.runtime.api.metadata.TypedValue;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.internal.callback.content.Twiml;

import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** What is a repeat, and how long it is known as one. */
class InMemoryIdempotentReceiverTest extends InMemoryFixture {

  @Test
  void whatReportsNoStatusIsKnownByItsToken() {
    status(identity(CallbackKind.EVENT, "t1", Map.of("Id", "1")));
    status(identity(CallbackKind.EVENT, "t1", Map.of("Id", "1")));
    assertEquals(1, runs.get());
    status(identity(CallbackKind.EVENT, "t2", Map.of("Id", "1")));
    assertEquals(2, runs.get());
  }

  @Test
  void theSameStatusRunsOnceWhateverItsToken() {
    status(message("t1", "SM1", "sent"));
    status(message("t2", "SM1", "sent"));
    status(message(null, "SM1", "sent"));
    assertEquals(1, runs.get());
    status(message("t3", "SM1", "delivered"));
    status(message("t4", "SM2", "sent"));
    assertEquals(3, runs.get());
  }

  @Test
  void aCallsStatusIsTheSameOnlyWithTheSameNumber() {
    status(identity(CallbackKind.CALL_STATUS, "t1",
        Map.of("CallSid", "CA1", "CallStatus", "in-progress", "SequenceNumber", "1")));
    status(identity(CallbackKind.CALL_STATUS, "t2",
        Map.of("CallSid", "CA1", "CallStatus", "in-progress", "SequenceNumber", "2")));
    status(identity(CallbackKind.CALL_STATUS, "t3",
        Map.of("CallSid", "CA1", "CallStatus", "in-progress", "SequenceNumber", "2")));
    assertEquals(2, runs.get());
  }

  @Test
  void aCallsLastStatusIsTheSameWhenItIsLookedUp() {
    status(identity(CallbackKind.CALL_STATUS, "t1", Map.of("CallSid", "CA1", "CallStatus", "completed", "SequenceNumber", "3")));
    status(identity(CallbackKind.CALL_STATUS, null, Map.of("CallSid", "CA1", "CallStatus", "completed")));
    assertEquals(1, runs.get());
  }

  @Test
  void aCallMayAskForInstructionsOftenUnlessTheRequestIsRepeated() {
    Map<String, String> fields = Map.of("CallSid", "CA1", "CallStatus", "in-progress");
    status(identity(CallbackKind.CALL_INSTRUCTIONS, "t1", fields));
    status(identity(CallbackKind.CALL_INSTRUCTIONS, "t2", fields));
    status(identity(CallbackKind.CALL_INSTRUCTIONS, null, fields));
    status(identity(CallbackKind.CALL_INSTRUCTIONS, null, fields));
    assertEquals(4, runs.get());
    status(identity(CallbackKind.CALL_INSTRUCTIONS, "t2", fields));
    assertEquals(4, runs.get());
  }

  @Test
  void whatFailedRunsAgain() {
    assertEquals(500, repeats.once(message("t1", "SM1", "sent"), () -> run(CallbackAnswer.FLOW_FAILED)).getEnd().join()
        .getStatus());
    assertEquals(503, repeats.once(message("t1", "SM1", "sent"), () -> run(CallbackAnswer.FLOW_UNAVAILABLE)).getEnd().join()
        .getStatus());
    assertEquals(204, status(message("t1", "SM1", "sent")));
    assertEquals(204, status(message("t1", "SM1", "sent")));
    assertEquals(3, runs.get());
  }

  @Test
  void theWindowEnds() {
    status(message("t1", "SM1", "sent"));
    now.addAndGet(1000);
    status(message("t1", "SM1", "sent"));
    assertEquals(1, runs.get());
    now.addAndGet(1);
    status(message("t1", "SM1", "sent"));
    assertEquals(2, runs.get());
  }

  @Test
  void theOldestAreForgottenFirst() {
    for (int i = 1; i <= 5; i++) {
      status(message(null, "SM" + i, "sent"));
    }
    IntStream.rangeClosed(2, 5).forEach(each -> status(message(null, "SM" + each, "sent")));
    assertEquals(5, runs.get());
    IntStream.rangeClosed(6, 9).forEach(each -> status(message(null, "SM" + each, "sent")));
    assertEquals(9, runs.get());
    status(message(null, "SM1", "sent"));
    assertEquals(10, runs.get());
  }

  @Test
  void theSameRequestIsAnsweredWithTheSameTwimlUntilItIsOver() {
    repeats = receiver(new WholeAnswerCache(1000, 2, now::get));
    CallbackAnswer first = CallbackAnswer.of(Twiml.of(TypedValue.of("<Response><Say>One</Say></Response>")));
    assertSame(first, repeats.once(instructions("t1"), () -> run(first)).getEnd().join());
    now.addAndGet(1000);
    assertSame(first, repeats.once(instructions("t1"), () -> run(CallbackAnswer.DONE)).getEnd().join());
    assertEquals(1, runs.get());
    now.addAndGet(1);
    assertSame(CallbackAnswer.DONE, repeats.once(instructions("t1"), () -> run(CallbackAnswer.DONE)).getEnd().join());
    status(instructions("t2"));
    status(instructions("t3"));
    assertEquals(4, runs.get());
    status(instructions("t2"));
    assertEquals(4, runs.get());
    status(instructions("t1"));
    assertEquals(5, runs.get());
  }

  @Test
  void withoutAnIdentityAllRun() {
    IdempotencyKey none = identity(CallbackKind.MESSAGE_STATUS, null, emptyMap());
    status(none);
    status(none);
    assertEquals(2, runs.get());
  }
}
