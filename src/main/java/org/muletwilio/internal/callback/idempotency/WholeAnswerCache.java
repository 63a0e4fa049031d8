package org.muletwilio.internal.callback.idempotency;

import org.muletwilio.internal.callback.content.CallbackAnswer;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Remembers the answers that flows gave with a payload: TwiML, JSON … */
public final class WholeAnswerCache implements AnswerCache {

  private final long windowMillis;
  private final int most;
  private final LongSupplier clock;
  /** The eldest first. */
  private final Map<String, Kept> answers = new LinkedHashMap<>();

  /**
   * @param windowMillis how long an answer is remembered
   * @param most how many are remembered, the oldest are forgotten first
   * @param clock tells the time in milliseconds
   */
  public WholeAnswerCache(long windowMillis, int most, LongSupplier clock) {
    this.windowMillis = windowMillis;
    this.most = most;
    this.clock = clock;
  }

  @Override
  public synchronized Optional<CallbackAnswer> find(String key) {
    Kept kept = answers.get(key);
    return kept == null || isOver(kept) ? Optional.empty() : Optional.of(kept.answer);
  }

  @Override
  public synchronized void keep(String key, CallbackAnswer answer) {
    Iterator<Kept> eldest = answers.values().iterator();
    while (eldest.hasNext() && (isOver(eldest.next()) || answers.size() >= most)) {
      eldest.remove();
    }
    answers.put(key, new Kept(answer, clock.getAsLong()));
  }

  private boolean isOver(Kept kept) {
    return clock.getAsLong() - kept.since > windowMillis;
  }

  private static final class Kept {

    private final CallbackAnswer answer;
    private final long since;

    private Kept(CallbackAnswer answer, long since) {
      this.answer = answer;
      this.since = since;
    }
  }
}
