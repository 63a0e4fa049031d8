package org.muletwilio.internal.callback.idempotency;

import org.muletwilio.internal.callback.content.CallbackAnswer;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Remembers the answers of this process. A repeat that comes while the first still runs waits for its answer; one of a callback
 * that failed runs the flow again, since that is what Twilio repeats it for.
 */
public final class InMemoryIdempotentReceiver implements IdempotentReceiver {

  private final AnswerCache answers;
  private final Map<String, CompletableFuture<CallbackAnswer>> running = new ConcurrentHashMap<>();

  /** @param answers remembers those of callbacks whose flows have ended */
  public InMemoryIdempotentReceiver(AnswerCache answers) {
    this.answers = answers;
  }

  @Override
  public CompletableFuture<CallbackAnswer> once(IdempotencyKey identity, Supplier<CompletableFuture<CallbackAnswer>> run) {
    return identity.getKey().map(key -> once(key, run)).orElseGet(run);
  }

  /**
   * Looks for what runs before it looks for what has ended: a run that ends is remembered before it counts as running no more.
   */
  private CompletableFuture<CallbackAnswer> once(String key, Supplier<CompletableFuture<CallbackAnswer>> run) {
    CompletableFuture<CallbackAnswer> mine = new CompletableFuture<>();
    CompletableFuture<CallbackAnswer> other = running.putIfAbsent(key, mine);
    if (other != null) {
      return other;
    }
    Optional<CallbackAnswer> before = answers.find(key);
    if (before.isPresent()) {
      running.remove(key);
      mine.complete(before.get());
      return mine;
    }
    try {
      run.get().whenComplete((answer, failure) -> {
        CallbackAnswer known = failure == null ? answer : CallbackAnswer.FLOW_FAILED;
        if (known.isSuccess()) {
          answers.keep(key, known);
        }
        running.remove(key);
        mine.complete(known);
      });
    } catch (RuntimeException | Error e) {
      // repeats wait for what can't even begin too
      running.remove(key);
      mine.complete(CallbackAnswer.FLOW_FAILED);
      throw e;
    }
    return mine;
  }
}
