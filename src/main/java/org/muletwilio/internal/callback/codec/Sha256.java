package org.muletwilio.internal.callback.codec;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A hash function. It looks up its algorithm once, and copies what it found for each use. Thread-safe. */
public final class Sha256 {

  private final MessageDigest unused = lookUp();

  /** @return the hash */
  public byte[] of(byte[] bytes) {
    return fresh().digest(bytes);
  }

  private MessageDigest fresh() {
    try {
      return (MessageDigest) unused.clone();
    } catch (CloneNotSupportedException e) {
      // a security provider of another make
      return lookUp();
    }
  }

  private static MessageDigest lookUp() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
