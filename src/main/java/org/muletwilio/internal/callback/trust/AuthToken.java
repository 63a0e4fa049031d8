package org.muletwilio.internal.callback.trust;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.muletwilio.internal.callback.codec.Hmac;

/** A secret that Twilio and this application share. Signs and shows nothing of itself. */
public final class AuthToken {

  private final Hmac twilioSignature;
  private final Hmac routeToken;

  /** @param secret the account's auth token, as Twilio's console shows it */
  public AuthToken(String secret) {
    if (secret == null || secret.isEmpty()) {
      throw new IllegalArgumentException("an auth token must not be empty");
    }
    byte[] bytes = secret.getBytes(UTF_8);
    twilioSignature = new Hmac("HmacSHA1", bytes);
    routeToken = new Hmac("HmacSHA256", bytes);
  }

  /** @return the HMAC-SHA1 with which Twilio signs what it sends */
  public byte[] twilioSignature(byte[]... parts) {
    return twilioSignature.of(parts);
  }

  /** @return the HMAC-SHA256 from which the tokens in callback paths are made */
  public byte[] routeToken(byte[]... parts) {
    return routeToken.of(parts);
  }

  @Override
  public String toString() {
    return "AuthToken{****}";
  }
}
