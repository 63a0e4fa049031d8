package org.muletwilio.testkit.scheduler;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Creates the numbered threads of a pool. They hold no reference to the application that first needed them. */
final class PoolThreads implements ThreadFactory {

  private final ThreadGroup group;
  private final String name;
  private final AtomicInteger count = new AtomicInteger();

  PoolThreads(ThreadGroup group, String name) {
    this.group = group;
    this.name = name;
  }

  /**
   * A thread inherits the access control context of its creator, and with it the class loaders of everything on the stack:
   * without privileges of its own, as in Mule's service, a pooled thread would keep an application in memory long after it was
   * undeployed.
   */
  @Override
  @SuppressWarnings("removal")
  public Thread newThread(Runnable task) {
    Thread thread = AccessController.doPrivileged((PrivilegedAction<Thread>) () -> new Thread(group, task,
        name + "." + count.incrementAndGet()));
    thread.setDaemon(true);
    thread.setContextClassLoader(PoolThreads.class.getClassLoader());
    return thread;
  }
}
