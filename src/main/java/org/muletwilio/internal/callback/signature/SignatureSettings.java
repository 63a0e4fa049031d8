package org.muletwilio.internal.callback.signature;

import org.muletwilio.internal.callback.trust.SignatureScheme;

import java.util.List;
import java.util.Optional;

/**
 * Reads X-Twilio-Webhooks-Signature-Settings, <code>key=…,algorithm=HMAC_SHA256</code>: Twilio sends it where a shared key signs.
 * The header itself is not signed. So it decides which kind of key must have signed, and never makes a weaker one do: what is not
 * understood is refused. Which key it names says nothing, since all that are trusted are tried.
 */
final class SignatureSettings {

  private static final String ALGORITHM = "algorithm=";
  private static final String HMAC_SHA256 = "HMAC_SHA256";

  private SignatureSettings() {}

  /**
   * @param headers the values of all headers of that name
   * @return how the request says that it is signed, or empty where it says nothing that is known
   */
  static Optional<SignatureScheme> schemeOf(List<String> headers) {
    if (headers.isEmpty()) {
      return Optional.of(SignatureScheme.AUTH_TOKEN);
    }
    if (headers.size() > 1) {
      return Optional.empty();
    }
    String algorithm = null;
    for (String part : headers.get(0).split(",", -1)) {
      String setting = part.trim();
      if (setting.startsWith(ALGORITHM)) {
        if (algorithm != null) {
          return Optional.empty();
        }
        algorithm = setting.substring(ALGORITHM.length());
      }
    }
    return HMAC_SHA256.equals(algorithm) ? Optional.of(SignatureScheme.SHARED_KEY) : Optional.empty();
  }
}
