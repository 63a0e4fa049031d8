package org.muletwilio.internal.callback.idempotency;

import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.internal.callback.schedule.Deadlines;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Remembers the answers of this process. A repeat that comes while the first still runs waits for its answer, though not for
 * longer than Twilio does; one of a callback that failed runs the flow again, since that is what Twilio repeats it for.
 */
public final class InMemoryIdempotentReceiver implements IdempotentReceiver {

  /** Twilio sends a callback four times at most. */
  static final int MOST_WAITING = 16;

  private final AnswerCache answers;
  private final Deadlines deadlines;
  private final long longestWaitMillis;
  private final Map<String, Run> running = new ConcurrentHashMap<>();

  /**
   * @param answers remembers those of callbacks whose flows have ended
   * @param deadlines end the waits of repeats
   * @param longestWaitMillis after how long a repeat that waits is answered that the flow is unavailable
   */
  public InMemoryIdempotentReceiver(AnswerCache answers, Deadlines deadlines, long longestWaitMillis) {
    this.answers = answers;
    this.deadlines = deadlines;
    this.longestWaitMillis = longestWaitMillis;
  }

  @Override
  public FlowRun once(IdempotencyKey identity, Supplier<FlowRun> run) {
    return identity.getKey().map(key -> once(key, run)).orElseGet(run);
  }

  /**
   * Looks for what runs before it looks for what has ended: a run that ends is remembered before it counts as running no more.
   */
  private FlowRun once(String key, Supplier<FlowRun> run) {
    Run mine = new Run();
    Run other = running.putIfAbsent(key, mine);
    if (other != null) {
      return waitFor(other);
    }
    Optional<CallbackAnswer> before = answers.find(key);
    if (before.isPresent()) {
      ended(key, mine, before.get());
      return FlowRun.ended(before.get());
    }
    FlowRun begun;
    try {
      begun = run.get();
    } catch (RuntimeException | Error e) {
      // repeats wait for what can't even begin too
      ended(key, mine, CallbackAnswer.FLOW_FAILED);
      throw e;
    }
    begun.getLateEnd().thenAccept(answer -> keep(key, answer));
    begun.getEnd().whenComplete((answer, failure) -> {
      CallbackAnswer known = failure == null ? answer : CallbackAnswer.FLOW_FAILED;
      keep(key, known);
      ended(key, mine, known);
    });
    return FlowRun.of(mine.end, begun.getLateEnd());
  }

  private FlowRun waitFor(Run other) {
    if (other.waiting.incrementAndGet() > MOST_WAITING) {
      other.waiting.decrementAndGet();
      return FlowRun.ended(CallbackAnswer.FLOW_UNAVAILABLE);
    }
    CompletableFuture<CallbackAnswer> end =
        deadlines.within(other.end, longestWaitMillis, () -> CallbackAnswer.FLOW_UNAVAILABLE);
    end.whenComplete((answer, failure) -> other.waiting.decrementAndGet());
    return FlowRun.ofAnother(end);
  }

  private void keep(String key, CallbackAnswer answer) {
    if (answer.isSuccess()) {
      answers.keep(key, answer);
    }
  }

  private void ended(String key, Run run, CallbackAnswer answer) {
    running.remove(key, run);
    run.end.complete(answer);
  }

  /** A run under way, and how many repeats wait for its end. */
  private static final class Run {

    private final CompletableFuture<CallbackAnswer> end = new CompletableFuture<>();
    private final AtomicInteger waiting = new AtomicInteger();
  }
}
