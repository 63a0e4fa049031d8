package org.muletwilio.testkit.munit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.commons.io.FileUtils;

/** The folder that tests know as {@code munit.temporary.directory}: it is empty when a test begins. */
final class TemporaryDirectory implements AutoCloseable {

  private final Path root;

  TemporaryDirectory() {
    try {
      root = Files.createTempDirectory("munit");
      Files.createDirectory(path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path() {
    return root.resolve("test");
  }

  /** @return a folder that stays as long as the suite */
  Path classes() {
    return root.resolve("classes");
  }

  void clear() {
    try {
      FileUtils.cleanDirectory(path().toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      FileUtils.deleteDirectory(root.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
