package org.muletwilio.benchmarks.callback;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.muletwilio.benchmarks.server.Account;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A callback as Twilio writes it to the wire, which gets a SID and an idempotency token of its own, and so a signature, each
 * time.
 */
final class SignedCallback {

  private static final byte[] HEX = "0123456789abcdef".getBytes(ISO_8859_1);
  private static final String SIGNATURE = "=".repeat(28);
  private static final String TOKEN = "00000000-0000-4000-8000-000000000000";
  private static final int LONG_DIGITS = 16;
  private static final int TOKEN_DIGITS = 12;

  private final byte[] request;
  private final byte[] signed;
  private final List<Integer> sidsInRequest;
  private final List<Integer> sidsInSigned;
  private final int signature;
  private final int token;
  private final Mac mac;

  /**
   * @param url the public address that Twilio was given
   * @param fields what it sends there, the SID with {@link CallbackFields#SID_DIGITS}
   */
  SignedCallback(String url, Map<String, String> fields) {
    URI address = URI.create(url);
    String body = fields.entrySet().stream()
        .map(field -> URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
    String text = "POST " + address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery())
        + " HTTP/1.1\r\n"
        + "Host: " + address.getAuthority() + "\r\n"
        + "User-Agent: TwilioProxy/1.1\r\n"
        + "Accept: */*\r\n"
        + "Content-Type: application/x-www-form-urlencoded; charset=UTF-8\r\n"
        + "Content-Length: " + body.length() + "\r\n"
        + "X-Twilio-Signature: " + SIGNATURE + "\r\n"
        + "X-Home-Region: us1\r\n"
        + "X-Forwarded-Proto: https\r\n"
        + "I-Twilio-Idempotency-Token: " + TOKEN + "\r\n\r\n" + body;
    StringBuilder toSign = new StringBuilder(url);
    new TreeMap<>(fields).forEach((name, value) -> toSign.append(name).append(value));
    request = text.getBytes(ISO_8859_1);
    signed = toSign.toString().getBytes(ISO_8859_1);
    sidsInRequest = placesOf(CallbackFields.SID_DIGITS, text);
    sidsInSigned = placesOf(CallbackFields.SID_DIGITS, toSign.toString());
    signature = text.indexOf(SIGNATURE);
    token = text.indexOf(TOKEN) + TOKEN.length() - TOKEN_DIGITS;
    mac = mac();
  }

  /** @param number of which there is only one callback in a run */
  void write(ByteBuffer target, long number) {
    sidsInRequest.forEach(place -> hex(request, place, LONG_DIGITS, number));
    sidsInSigned.forEach(place -> hex(signed, place, LONG_DIGITS, number));
    hex(request, token, TOKEN_DIGITS, number);
    byte[] mark = Base64.getEncoder().encode(mac.doFinal(signed));
    System.arraycopy(mark, 0, request, signature, mark.length);
    target.put(request);
  }

  private static List<Integer> placesOf(String part, String text) {
    List<Integer> places = new ArrayList<>();
    for (int place = text.indexOf(part); place >= 0; place = text.indexOf(part, place + 1)) {
      places.add(place);
    }
    return places;
  }

  private static void hex(byte[] target, int start, int digits, long number) {
    long left = number;
    for (int i = start + digits - 1; i >= start; i--) {
      target[i] = HEX[(int) (left & 0xF)];
      left >>>= 4;
    }
  }

  private static Mac mac() {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(Account.AUTH_TOKEN.getBytes(UTF_8), "HmacSHA1"));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
