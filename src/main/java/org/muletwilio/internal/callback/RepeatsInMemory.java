package org.muletwilio.internal.callback;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Remembers the answers of this process. A repeat that comes while the first still runs waits for its answer; one of a callback
 * that failed runs the flow again, since that is what Twilio repeats it for.
 */
final class RepeatsInMemory implements Repeats {

  private final RecentAnswers answers;
  private final Map<String, CompletableFuture<CallbackAnswer>> running = new ConcurrentHashMap<>();

  /** @param answers remembers those of callbacks whose flows have ended */
  RepeatsInMemory(RecentAnswers answers) {
    this.answers = answers;
  }

  @Override
  public CompletableFuture<CallbackAnswer> once(CallbackIdentity identity, Supplier<CompletableFuture<CallbackAnswer>> run) {
    List<String> keys = identity.keys();
    CompletableFuture<CallbackAnswer> mine = new CompletableFuture<>();
    Optional<CompletableFuture<CallbackAnswer>> before = claim(keys, mine);
    before.orElseGet(run).whenComplete((answer, failure) -> {
      CallbackAnswer known = failure == null ? answer : CallbackAnswer.FLOW_FAILED;
      if (known.isSuccess() && !before.isPresent()) {
        keys.forEach(key -> answers.keep(key, known));
      }
      keys.forEach(key -> running.remove(key, mine));
      mine.complete(known);
    });
    return mine;
  }

  /**
   * Looks for what runs before it looks for what has ended: a run that ends is remembered before it counts as running no more.
   *
   * @return how a callback ends or has ended that has one of the keys; empty where this one is to run
   */
  private Optional<CompletableFuture<CallbackAnswer>> claim(List<String> keys, CompletableFuture<CallbackAnswer> mine) {
    for (String key : keys) {
      CompletableFuture<CallbackAnswer> before = running.putIfAbsent(key, mine);
      if (before != null) {
        return Optional.of(before);
      }
    }
    for (String key : keys) {
      Optional<CallbackAnswer> before = answers.find(key);
      if (before.isPresent()) {
        return before.map(CompletableFuture::completedFuture);
      }
    }
    return Optional.empty();
  }
}
