package org.muletwilio.simulator.storage;

/**
 * A file.
 *
 * @param contentType such as {@code image/png}
 * @param bytes all of it
 */
public record StoredFile(String contentType, byte[] bytes) {

  public StoredFile {
    bytes = bytes.clone();
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }
}
