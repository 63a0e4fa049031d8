package org.muletwilio.internal.callback.schedule;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URL;
import java.net.URLClassLoader;

import org.junit.jupiter.api.Test;

class ContextClassLoadersTest {

  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  @Test
  void aTaskHasItsClassLoaderAndTheThreadItsOwnAgain() throws Exception {
    try (URLClassLoader own = new URLClassLoader(new URL[0])) {
      ContextClassLoaders.run(own, () -> assertSame(own, Thread.currentThread().getContextClassLoader()));
      assertSame(before, Thread.currentThread().getContextClassLoader());
      assertThrows(IllegalStateException.class, () -> ContextClassLoaders.run(own, () -> {
        throw new IllegalStateException("failed on purpose");
      }));
      assertSame(before, Thread.currentThread().getContextClassLoader());
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }
}
