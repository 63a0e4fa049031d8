package org.muletwilio.internal.callback.trust;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.muletwilio.internal.callback.codec.Hmac;

/**
 * A secret from which the tokens in callback addresses are made. It may be one that Twilio signs with too: Twilio signs whole
 * URLs, and the text of a token starts with a slash, so that neither can stand for the other. Shows nothing of itself.
 */
public final class RouteSecret {

  private final Hmac hmac;

  /** @param secret any secret of the account that other processes and later ones know too */
  public RouteSecret(String secret) {
    hmac = new Hmac("HmacSHA256", requireNotEmpty(secret).getBytes(UTF_8));
  }

  /** @return the HMAC-SHA256 of the parts, one after the other */
  public byte[] sign(byte[]... parts) {
    return hmac.of(parts);
  }

  static String requireNotEmpty(String secret) {
    if (secret == null || secret.isEmpty()) {
      throw new IllegalArgumentException("a secret must not be empty");
    }
    return secret;
  }

  @Override
  public String toString() {
    return "RouteSecret{****}";
  }
}
