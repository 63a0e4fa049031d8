package org.muletwilio.testkit.mule;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The threads on which Reactor goes on after a delay, as {@code until-successful} does between two tries. Mule 4.1.1 blocks on
 * them, and a released Reactor refuses that on threads of its own making.
 */
final class ReactorThreads implements Schedulers.Factory {

  private static final Schedulers.Factory BLOCKING = new ReactorThreads();

  static {
    Schedulers.setFactory(BLOCKING);
  }

  private final AtomicInteger count = new AtomicInteger();

  private ReactorThreads() {}

  /** Lets them block, once for this JVM. */
  static void letBlock() {
    // the class has done so when it was loaded
  }

  @Override
  public Scheduler newParallel(int parallelism, ThreadFactory threadFactory) {
    return Schedulers.Factory.super.newParallel(parallelism, this::thread);
  }

  private Thread thread(Runnable task) {
    Thread thread = new Thread(task, "reactor-" + count.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }
}
