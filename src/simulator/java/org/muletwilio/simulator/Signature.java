package org.muletwilio.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes X-Twilio-Signature. */
final class Signature {

  static final String HEADER = "X-Twilio-Signature";

  private Signature() {}

  /**
   * Base64 of the HMAC-SHA1 over the URL and the form's fields, sorted by name, repeated ones by value and once each.
   *
   * @param url as Twilio was given it, without userinfo and fragment
   * @param form the POSTed fields; empty for a GET, whose fields are in the URL
   */
  static String of(String authToken, String url, Form form) {
    StringBuilder signed = new StringBuilder(url);
    form.fields().stream().distinct().sorted(comparing(Form.Field::name).thenComparing(Form.Field::value))
        .forEach(field -> signed.append(field.name()).append(field.value()));
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(authToken.getBytes(UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA1", e);
    }
  }
}
