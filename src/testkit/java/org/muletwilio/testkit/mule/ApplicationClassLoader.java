package org.muletwilio.testkit.mule;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** The class loader of an application, which is a thread's own while that works for the application. */
final class ApplicationClassLoader implements AutoCloseable {

  private final URLClassLoader classLoader;

  /** @param folders put on the application's class path */
  ApplicationClassLoader(List<Path> folders, ClassLoader parent) throws IOException {
    URL[] urls = new URL[folders.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = folders.get(i).toUri().toURL();
    }
    classLoader = new URLClassLoader(urls, parent);
  }

  ClassLoader get() {
    return classLoader;
  }

  /** Calls an action with this class loader as the thread's own. */
  <T> T call(Callable<T> action) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader previous = thread.getContextClassLoader();
    thread.setContextClassLoader(classLoader);
    try {
      return action.call();
    } finally {
      thread.setContextClassLoader(previous);
    }
  }

  /** As {@link #call}, with checked exceptions wrapped in an {@link IllegalStateException}. */
  <T> T callUnchecked(Callable<T> action) {
    try {
      return call(action);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    classLoader.close();
  }
}
