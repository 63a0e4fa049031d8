package org.muletwilio.internal.callback;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Remembers the answers of this process for a while, a bounded number of them. A repeat that comes while the first still runs waits
 * for its answer; one of a callback that failed runs the flow again, since that is what Twilio repeats it for.
 */
final class RepeatsInMemory implements Repeats {

  private final long windowMillis;
  private final int most;
  private final LongSupplier clock;
  private final Map<String, Remembered> answers = new LinkedHashMap<>();

  /**
   * @param windowMillis how long an answer is remembered
   * @param most how many keys are remembered, the oldest are forgotten first
   * @param clock tells the time in milliseconds
   */
  RepeatsInMemory(long windowMillis, int most, LongSupplier clock) {
    this.windowMillis = windowMillis;
    this.most = most;
    this.clock = clock;
  }

  @Override
  public CompletableFuture<CallbackAnswer> once(CallbackIdentity identity, Supplier<CompletableFuture<CallbackAnswer>> run) {
    List<String> keys = identity.keys();
    Remembered mine = new Remembered(clock.getAsLong());
    synchronized (answers) {
      forgetOld(mine.since);
      for (String key : keys) {
        Remembered before = answers.get(key);
        if (before != null) {
          return before.answer;
        }
      }
      keys.forEach(key -> answers.put(key, mine));
    }
    run.get().whenComplete((answer, failure) -> {
      CallbackAnswer end = failure == null ? answer : CallbackAnswer.FLOW_FAILED;
      if (!end.isSuccess()) {
        synchronized (answers) {
          keys.forEach(key -> answers.remove(key, mine));
        }
      }
      mine.answer.complete(end);
    });
    return mine.answer;
  }

  /** The map is in the order of time, so that each is looked at once when it leaves. */
  private void forgetOld(long now) {
    Iterator<Remembered> eldest = answers.values().iterator();
    while (eldest.hasNext() && (now - eldest.next().since > windowMillis || answers.size() >= most)) {
      eldest.remove();
    }
  }

  /** An answer that has come or will. */
  private static final class Remembered {

    private final long since;
    private final CompletableFuture<CallbackAnswer> answer = new CompletableFuture<>();

    private Remembered(long since) {
      this.since = since;
    }
  }
}
