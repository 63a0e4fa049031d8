package org.muletwilio.internal.callback.lifecycle;

/** Takes all steps of a stop: where one fails, the others are taken all the same, so that nothing stays open behind it. */
public final class StopSteps {

  private StopSteps() {}

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
