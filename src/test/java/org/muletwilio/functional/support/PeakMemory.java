package org.muletwilio.functional.support;

import java.util.concurrent.atomic.AtomicLong;

/** How much memory is in use at most, beyond what is in use at the start. */
public final class PeakMemory {

  private static final long MEBI = 1024 * 1024;

  private final long before;
  private final AtomicLong most;
  private final Thread sampler;

  private PeakMemory(Runnable beforeEachSample) {
    System.gc();
    before = used();
    most = new AtomicLong(before);
    sampler = new Thread(() -> {
      while (!Thread.currentThread().isInterrupted()) {
        beforeEachSample.run();
        most.accumulateAndGet(used(), Math::max);
      }
    }, "sampler");
  }

  /** @param beforeEachSample waits a moment */
  public static PeakMemory sample(Runnable beforeEachSample) {
    PeakMemory memory = new PeakMemory(beforeEachSample);
    memory.sampler.start();
    return memory;
  }

  /** @return the most that was in use, in MiB */
  public long stop() throws InterruptedException {
    sampler.interrupt();
    sampler.join();
    return (most.get() - before) / MEBI;
  }

  private static long used() {
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
