package org.muletwilio.testkit.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The value of X-Twilio-Signature, made without the connector and the simulator. */
public final class RequestSignature {

  private RequestSignature() {}

  /** @return as Twilio signs with an auth token */
  public static String sha1(String authToken, String signed) {
    return of("HmacSHA1", authToken, signed);
  }

  /** @return as Twilio signs with a shared key */
  public static String sha256(String sharedKey, String signed) {
    return of("HmacSHA256", sharedKey, signed);
  }

  /** @return what is signed: the URL, and the fields of a form by name and value, each once */
  public static String signed(String url, String form) {
    Map<String, TreeSet<String>> fields = new TreeMap<>();
    for (String pair : form.split("&")) {
      if (!pair.isEmpty()) {
        String[] parts = (pair + "=").split("=", 3);
        fields.computeIfAbsent(URLDecoder.decode(parts[0], UTF_8), name -> new TreeSet<>())
            .add(URLDecoder.decode(parts[1], UTF_8));
      }
    }
    StringBuilder signed = new StringBuilder(url);
    fields.forEach((name, values) -> values.forEach(value -> signed.append(name).append(value)));
    return signed.toString();
  }

  private static String of(String algorithm, String key, String signed) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), algorithm));
      return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + algorithm, e);
    }
  }
}
