package org.muletwilio.internal.callback.schedule;

/** Runs what belongs to an application with the class loader of that application, on threads that applications share. */
public final class ContextClassLoaders {

  private ContextClassLoaders() {}

  /** Runs the task with that context class loader; the thread has its own again afterwards. */
  public static void run(ClassLoader classLoader, Runnable task) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(classLoader);
    try {
      task.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
