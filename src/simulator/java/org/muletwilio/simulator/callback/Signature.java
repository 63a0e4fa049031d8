package org.muletwilio.simulator.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;

import org.muletwilio.simulator.callback.SharedKeyRules.SharedKey;
import org.muletwilio.simulator.resource.Form;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes X-Twilio-Signature. */
final class Signature {

  static final String HEADER = "X-Twilio-Signature";
  static final String SETTINGS_HEADER = "X-Twilio-Webhooks-Signature-Settings";

  private Signature() {}

  /**
   * Base64 of the HMAC-SHA1 over the URL and the form's fields, sorted by name, repeated ones by value and once each.
   *
   * @param url as Twilio was given it, without userinfo and fragment
   * @param form the POSTed fields; empty for a GET, whose fields are in the URL
   */
  static String of(String authToken, String url, Form form) {
    return of("HmacSHA1", authToken, url, form);
  }

  /** The headers of a request that an auth token signs. */
  static List<Form.Field> headers(String authToken, String url, Form form) {
    return List.of(new Form.Field(HEADER, of(authToken, url, form)));
  }

  /** The headers of a request that a shared key signs, by HMAC-SHA256 over the same text. */
  static List<Form.Field> headers(SharedKey key, String url, Form form) {
    return List.of(new Form.Field(HEADER, of("HmacSHA256", key.secret(), url, form)),
                   new Form.Field(SETTINGS_HEADER, "key=" + key.name() + ",algorithm=HMAC_SHA256"));
  }

  private static String of(String algorithm, String key, String url, Form form) {
    StringBuilder signed = new StringBuilder(url);
    form.fields().stream().distinct().sorted(comparing(Form.Field::name).thenComparing(Form.Field::value))
        .forEach(field -> signed.append(field.name()).append(field.value()));
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), algorithm));
      return Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + algorithm, e);
    }
  }
}
