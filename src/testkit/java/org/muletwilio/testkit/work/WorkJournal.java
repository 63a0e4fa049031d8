package org.muletwilio.testkit.work;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import org.muletwilio.api.callback.CallbackAttributes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** Work that fails now and then, and what of it was done. Outlives the applications that do it. */
public final class WorkJournal implements Work {

  private final Random random;
  private final double failing;
  private final List<CallbackAttributes> done = new ArrayList<>();
  private int failed;

  /**
   * @param seed makes the choices the same in each run that does the same in the same order
   * @param failing which part of the work fails, from 0 to 1
   */
  public WorkJournal(long seed, double failing) {
    this.random = new Random(seed);
    this.failing = failing;
  }

  @Override
  public synchronized void perform(CallbackAttributes callback) {
    if (random.nextDouble() < failing) {
      failed++;
      throw new IllegalStateException("failed on purpose");
    }
    done.add(callback);
    notifyAll();
  }

  /** @return what succeeded */
  public synchronized List<CallbackAttributes> done() {
    return List.copyOf(done);
  }

  /** @return how much failed */
  public synchronized int failed() {
    return failed;
  }

  /** Waits until what was done is as the condition wants it. */
  public synchronized void await(Predicate<List<CallbackAttributes>> condition, Duration limit)
      throws InterruptedException, TimeoutException {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.test(done)) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw new TimeoutException("Not so after " + limit + ": " + done.size() + " done, " + failed + " failed");
      }
      NANOSECONDS.timedWait(this, left);
    }
  }
}
