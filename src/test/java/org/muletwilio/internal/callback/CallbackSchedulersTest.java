package org.muletwilio.internal.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;

import org.junit.jupiter.api.Test;

class CallbackSchedulersTest {

  private final FakeSchedulers mules = new FakeSchedulers();
  private final List<Runnable> waiting = new ArrayList<>();

  /** As many callbacks as have a place may be read, and as many may be stuck that have given theirs back. */
  @Test
  void thereAreTwoThreadsForEachPlaceAndNobodyWaitsForOne() {
    mules.ioRuns(waiting::add);
    CallbackSchedulers schedulers = CallbackSchedulers.start(mules.service(), "Twilio", 3, getClass().getClassLoader());
    for (int i = 0; i < 6; i++) {
      schedulers.execute(() -> { });
    }
    assertThrows(RejectedExecutionException.class, () -> schedulers.execute(() -> { }));
    Thread other = new Thread(waiting.remove(0));
    other.start();
    join(other);
    schedulers.execute(() -> { });
    assertEquals(6, waiting.size());
    schedulers.stop();
    assertEquals(2, mules.stops());
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
