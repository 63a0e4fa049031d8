package org.muletwilio.internal.callback.codec;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A keyed hash function. It looks up its algorithm and takes its key once, and copies the outcome for each use. Immutable. */
public final class Hmac {

  private final String algorithm;
  private final SecretKeySpec key;
  private final Mac prepared;

  public Hmac(String algorithm, byte[] key) {
    this.algorithm = algorithm;
    this.key = new SecretKeySpec(key, algorithm);
    prepared = prepare();
  }

  /** @return the hash of the parts, one after the other */
  public byte[] of(byte[]... parts) {
    Mac mac = fresh();
    for (byte[] part : parts) {
      mac.update(part);
    }
    return mac.doFinal();
  }

  private Mac fresh() {
    try {
      return (Mac) prepared.clone();
    } catch (CloneNotSupportedException e) {
      // a security provider of another make, such as one for hardware
      return prepare();
    }
  }

  private Mac prepare() {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + algorithm, e);
    }
  }
}
