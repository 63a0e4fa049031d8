package org.muletwilio.internal.callback.idempotency;

import static java.util.Collections.emptyMap;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.schedule.Deadlines;
import org.muletwilio.internal.callback.trust.CallerAccount;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A receiver that remembers in memory, with clocks that the test moves. */
abstract class InMemoryFixture {

  static final long WAIT_MILLIS = 14_000;

  final AtomicLong now = new AtomicLong(1_000_000);
  final AtomicInteger runs = new AtomicInteger();
  final AtomicLong nanos = new AtomicLong();
  final Deadlines deadlines = new Deadlines(nanos::get, Runnable::run);
  InMemoryIdempotentReceiver repeats = receiver(new StatusAnswerCache(1000, 4, now::get));

  int status(IdempotencyKey identity) {
    return repeats.once(identity, () -> run(CallbackAnswer.DONE)).getEnd().join().getStatus();
  }

  FlowRun run(CallbackAnswer answer) {
    runs.incrementAndGet();
    return FlowRun.ended(answer);
  }

  InMemoryIdempotentReceiver receiver(AnswerCache answers) {
    return new InMemoryIdempotentReceiver(answers, deadlines, WAIT_MILLIS);
  }

  void pass(long millis) {
    nanos.addAndGet(MILLISECONDS.toNanos(millis));
    deadlines.check();
  }

  static IdempotencyKey instructions(String token) {
    return identity(CallbackKind.CALL_INSTRUCTIONS, token, Map.of("CallSid", "CA1", "CallStatus", "in-progress"));
  }

  static IdempotencyKey message(String token, String sid, String status) {
    return identity(CallbackKind.MESSAGE_STATUS, token, Map.of("MessageSid", sid, "MessageStatus", status));
  }

  static IdempotencyKey identity(CallbackKind kind, String token, Map<String, String> fields) {
    return IdempotencyKey.of(new CallbackRoute("Twilio", kind, "flow", Optional.empty(), emptyMap()), CallerAccount.OWN,
        Optional.ofNullable(token), fields);
  }
}
