package org.muletwilio.testkit.work;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import org.muletwilio.api.callback.CallbackAttributes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** Work that sometimes fails, and a record of what succeeded. Outlives the applications that do it. */
public final class WorkJournal implements Work {

  private final Random random;
  private final double failing;
  private final List<CallbackAttributes> done = new ArrayList<>();
  private int failed;

  /**
   * @param seed makes the failures repeatable: the same work in the same order fails in the same places
   * @param failing the share of the work that fails, from 0 to 1
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

  /** Waits until a condition about the work holds. */
  public synchronized void await(Predicate<List<CallbackAttributes>> condition, Duration limit)
      throws InterruptedException, TimeoutException {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.test(done)) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw new TimeoutException("The condition does not hold after " + limit + ": " + done.size() + " done, " + failed
            + " failed");
      }
      NANOSECONDS.timedWait(this, left);
    }
  }
}
