package org.muletwilio.benchmarks.callback;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.muletwilio.benchmarks.server.Account;

/** One callback as Twilio writes it to the wire, with room for an idempotency token. */
public final class SignedCallback {

  private static final String TOKEN = "00000000-0000-4000-8000-000000000000";

  private final byte[] request;
  private final int tokenStart;

  /**
   * @param url the public address that Twilio was given
   * @param fields what it sends there
   */
  public SignedCallback(String url, Map<String, String> fields) {
    URI address = URI.create(url);
    String body = fields.entrySet().stream()
        .map(field -> URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
    String head = "POST " + address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()) + " HTTP/1.1\r\n"
        + "Host: " + address.getAuthority() + "\r\n"
        + "User-Agent: TwilioProxy/1.1\r\n"
        + "Accept: */*\r\n"
        + "Content-Type: application/x-www-form-urlencoded; charset=UTF-8\r\n"
        + "Content-Length: " + body.length() + "\r\n"
        + "X-Twilio-Signature: " + signature(url, fields) + "\r\n"
        + "X-Home-Region: us1\r\n"
        + "X-Forwarded-Proto: https\r\n"
        + "I-Twilio-Idempotency-Token: ";
    request = (head + TOKEN + "\r\n\r\n" + body).getBytes(ISO_8859_1);
    tokenStart = head.length();
  }

  byte[] request() {
    return request;
  }

  int tokenStart() {
    return tokenStart;
  }

  static String signature(String url, Map<String, String> fields) {
    StringBuilder signed = new StringBuilder(url);
    new TreeMap<>(fields).forEach((name, value) -> signed.append(name).append(value));
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(Account.AUTH_TOKEN.getBytes(UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
