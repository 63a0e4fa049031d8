package org.muletwilio.internal.callback.lifecycle;

import java.util.Collection;
import java.util.function.Consumer;

/** Takes all steps of a stop: where one fails, the others are taken all the same, so that nothing stays open behind it. */
public final class StopSteps {

  private StopSteps() {}

  /** As {@link #takeAll(Runnable...)}, with the same step for each of several. */
  public static <T> void takeAll(Collection<T> all, Consumer<T> step) {
    takeAll(all.stream().<Runnable>map(each -> () -> step.accept(each)).toArray(Runnable[]::new));
  }

  /**
   * @param steps are taken in this order
   * @throws RuntimeException that the first step threw which failed, or an Error; what others threw is suppressed in it
   */
  public static void takeAll(Runnable... steps) {
    Throwable first = null;
    for (Runnable step : steps) {
      try {
        step.run();
      } catch (RuntimeException | Error e) {
        if (first == null) {
          first = e;
        } else if (first != e) {
          first.addSuppressed(e);
        }
      }
    }
    if (first instanceof Error) {
      throw (Error) first;
    }
    if (first != null) {
      throw (RuntimeException) first;
    }
  }
}
