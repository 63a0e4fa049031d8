package org.muletwilio.internal.callback;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Remembers the answers of this process for a while, a bounded number of them. A repeat that comes while the first still runs waits
 * for its answer; one of a callback that failed runs the flow again, since that is what Twilio repeats it for.
 */
final class RepeatsInMemory implements Repeats {

  private final RecentMemory<CompletableFuture<CallbackAnswer>> answers;

  /**
   * @param windowMillis how long an answer is remembered
   * @param most how many keys are remembered, the oldest are forgotten first
   * @param clock tells the time in milliseconds
   */
  RepeatsInMemory(long windowMillis, int most, LongSupplier clock) {
    this.answers = new RecentMemory<>(windowMillis, most, clock);
  }

  @Override
  public CompletableFuture<CallbackAnswer> once(CallbackIdentity identity, Supplier<CompletableFuture<CallbackAnswer>> run) {
    List<String> keys = identity.keys();
    CompletableFuture<CallbackAnswer> mine = new CompletableFuture<>();
    CompletableFuture<CallbackAnswer> end = claim(keys, mine).orElseGet(run);
    end.whenComplete((answer, failure) -> {
      CallbackAnswer known = failure == null ? answer : CallbackAnswer.FLOW_FAILED;
      if (!known.isSuccess()) {
        keys.forEach(key -> answers.remove(key, mine));
      }
      mine.complete(known);
    });
    return mine;
  }

  /** @return the answer of the callback that has one of the keys already; the keys before it then have mine, which follows it */
  private Optional<CompletableFuture<CallbackAnswer>> claim(List<String> keys, CompletableFuture<CallbackAnswer> mine) {
    for (String key : keys) {
      Optional<CompletableFuture<CallbackAnswer>> before = answers.putIfAbsent(key, mine);
      if (before.isPresent()) {
        return before;
      }
    }
    return Optional.empty();
  }
}
