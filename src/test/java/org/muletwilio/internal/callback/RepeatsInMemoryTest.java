package org.muletwilio.internal.callback;

import static java.util.Collections.emptyMap;
import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.muletwilio.api.callback.CallbackKind;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RepeatsInMemoryTest {

  private final AtomicLong now = new AtomicLong(1_000_000);
  private final AtomicInteger runs = new AtomicInteger();
  private final RepeatsInMemory repeats = new RepeatsInMemory(1000, 4, now::get);

  @Test
  void theSameTokenRunsOnce() {
    assertEquals(204, status(message("t1", "SM1", "sent")));
    assertEquals(204, status(message("t1", "SM1", "delivered")));
    assertEquals(1, runs.get());
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
    status(identity(CallbackKind.CALL_STATUS, "t1", Map.of("CallSid", "CA1", "CallStatus", "in-progress", "SequenceNumber", "1")));
    status(identity(CallbackKind.CALL_STATUS, "t2", Map.of("CallSid", "CA1", "CallStatus", "in-progress", "SequenceNumber", "2")));
    status(identity(CallbackKind.CALL_STATUS, "t3", Map.of("CallSid", "CA1", "CallStatus", "in-progress", "SequenceNumber", "2")));
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
    assertEquals(500, repeats.once(message("t1", "SM1", "sent"), () -> run(CallbackAnswer.FLOW_FAILED)).join().getStatus());
    assertEquals(503, repeats.once(message("t1", "SM1", "sent"), () -> run(CallbackAnswer.FLOW_UNAVAILABLE)).join().getStatus());
    assertEquals(204, status(message("t1", "SM1", "sent")));
    assertEquals(204, status(message("t1", "SM1", "sent")));
    assertEquals(3, runs.get());
  }

  @Test
  void aRepeatWaitsForTheFirst() {
    CompletableFuture<CallbackAnswer> flow = new CompletableFuture<>();
    CompletableFuture<CallbackAnswer> first = repeats.once(message("t1", "SM1", "sent"), () -> flow);
    CompletableFuture<CallbackAnswer> repeat = repeats.once(message("t1", "SM1", "sent"), () -> run(CallbackAnswer.DONE));
    assertFalse(repeat.isDone());
    flow.complete(CallbackAnswer.DONE);
    assertSame(CallbackAnswer.DONE, first.join());
    assertSame(CallbackAnswer.DONE, repeat.join());
    assertEquals(0, runs.get());
  }

  @Test
  void aRepeatWithATokenOfItsOwnWaitsToo() {
    CompletableFuture<CallbackAnswer> flow = new CompletableFuture<>();
    CompletableFuture<CallbackAnswer> first = repeats.once(message("t1", "SM1", "sent"), () -> flow);
    CompletableFuture<CallbackAnswer> repeat = repeats.once(message("t2", "SM1", "sent"), () -> run(CallbackAnswer.DONE));
    flow.complete(CallbackAnswer.FLOW_FAILED);
    assertSame(CallbackAnswer.FLOW_FAILED, first.join());
    assertSame(CallbackAnswer.FLOW_FAILED, repeat.join());
    assertEquals(204, status(message("t2", "SM1", "sent")));
    assertEquals(204, status(message("t1", "SM1", "sent")));
    assertEquals(1, runs.get());
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
    status(message("t1", "SM1", "sent"));
    status(message("t2", "SM2", "sent"));
    status(message("t3", "SM3", "sent"));
    status(message("t1", "SM1", "sent"));
    assertEquals(4, runs.get());
    status(message("t3", "SM3", "sent"));
    assertEquals(4, runs.get());
  }

  @Test
  void withoutAnIdentityAllRun() {
    CallbackIdentity none = identity(CallbackKind.MESSAGE_STATUS, null, emptyMap());
    status(none);
    status(none);
    assertEquals(2, runs.get());
  }

  private int status(CallbackIdentity identity) {
    return repeats.once(identity, () -> run(CallbackAnswer.DONE)).join().getStatus();
  }

  private CompletableFuture<CallbackAnswer> run(CallbackAnswer answer) {
    runs.incrementAndGet();
    return completedFuture(answer);
  }

  private static CallbackIdentity message(String token, String sid, String status) {
    return identity(CallbackKind.MESSAGE_STATUS, token, Map.of("MessageSid", sid, "MessageStatus", status));
  }

  private static CallbackIdentity identity(CallbackKind kind, String token, Map<String, String> fields) {
    return CallbackIdentity.of(new CallbackRoute("Twilio", kind, "flow", Optional.empty(), emptyMap()), Optional.ofNullable(token),
                               fields);
  }
}
