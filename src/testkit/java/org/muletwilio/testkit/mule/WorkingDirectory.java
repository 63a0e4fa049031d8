package org.muletwilio.testkit.mule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.apache.commons.io.FileUtils;

/**
 * Where an application keeps what it stores.
 *
 * @param path of the folder
 * @param temporary whether it is deleted at the end
 */
record WorkingDirectory(Path path, boolean temporary) implements AutoCloseable {

  /** @param given a folder that is kept; without one, a temporary one is made */
  static WorkingDirectory of(Optional<Path> given) throws IOException {
    return given.isPresent() ? new WorkingDirectory(given.get(), false)
        : new WorkingDirectory(Files.createTempDirectory("embedded-mule"), true);
  }

  @Override
  public void close() throws IOException {
    if (temporary) {
      FileUtils.deleteDirectory(path.toFile());
    }
  }
}
