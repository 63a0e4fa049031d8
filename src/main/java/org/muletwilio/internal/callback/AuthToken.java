package org.muletwilio.internal.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret that Twilio and this application share. Signs and shows nothing of itself. */
public final class AuthToken {

  private static final String TWILIO_SIGNATURE = "HmacSHA1";
  private static final String ROUTE_TOKEN = "HmacSHA256";

  private final SecretKeySpec twilioSignatureKey;
  private final SecretKeySpec routeTokenKey;

  /** @param secret the account's auth token, as Twilio's console shows it */
  public AuthToken(String secret) {
    if (secret == null || secret.isEmpty()) {
      throw new IllegalArgumentException("an auth token must not be empty");
    }
    byte[] bytes = secret.getBytes(UTF_8);
    twilioSignatureKey = new SecretKeySpec(bytes, TWILIO_SIGNATURE);
    routeTokenKey = new SecretKeySpec(bytes, ROUTE_TOKEN);
  }

  /** @return the HMAC-SHA1 with which Twilio signs what it sends */
  byte[] twilioSignature(byte[]... parts) {
    return hmac(TWILIO_SIGNATURE, twilioSignatureKey, parts);
  }

  /** @return the HMAC-SHA256 from which the tokens in callback paths are made */
  byte[] routeToken(byte[]... parts) {
    return hmac(ROUTE_TOKEN, routeTokenKey, parts);
  }

  private static byte[] hmac(String algorithm, SecretKeySpec key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(key);
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + algorithm, e);
    }
  }

  @Override
  public String toString() {
    return "AuthToken{****}";
  }
}
