package org.muletwilio.internal.callback.trust;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.muletwilio.internal.callback.codec.Hmac;

/** A secret with which Twilio signs what it sends. Shows nothing of itself. */
public final class SigningKey {

  private final Hmac hmac;

  private SigningKey(String algorithm, String secret) {
    hmac = new Hmac(algorithm, RouteSecret.requireNotEmpty(secret).getBytes(UTF_8));
  }

  /**
   * @param secret the auth token of an account, as Twilio's console shows it
   * @return the key, which signs by HMAC-SHA1
   */
  public static SigningKey authToken(String secret) {
    return new SigningKey("HmacSHA1", secret);
  }

  /**
   * @param secret the secret of a SharedKey of Twilio's webhook configuration, as Twilio showed it when the key was created
   * @return the key, which signs by HMAC-SHA256
   */
  public static SigningKey sharedKey(String secret) {
    return new SigningKey("HmacSHA256", secret);
  }

  /** @return the signature of the parts, one after the other */
  public byte[] sign(byte[]... parts) {
    return hmac.of(parts);
  }

  @Override
  public String toString() {
    return "SigningKey{****}";
  }
}
