package org.muletwilio.internal.callback.flow;

import org.muletwilio.internal.callback.schedule.Deadlines;

/** Waits for flows, as a config has them whose callbacks are answered when their flows end. */
public final class TestWaits {

  private TestWaits() {}

  public static CallbackWaits of(String config, Deadlines deadlines, long flowTimeoutMillis) {
    return new CallbackWaits(config, deadlines, flowTimeoutMillis, false,
                             new BackPressure(config, 16, deadlines, Runnable::run, System::nanoTime));
  }
}
