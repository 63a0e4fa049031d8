package org.muletwilio.simulator.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.muletwilio.simulator.http.CallbackUrl;
import org.muletwilio.simulator.resource.Form;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A callback as it is sent: its URL, its body and what is signed.
 *
 * @param url with the fields of a GET in its query
 * @param signed the fields that are signed along with the URL
 * @param contentType of the body, if there is one
 * @param body empty for a GET
 */
record Delivery(CallbackUrl url, Form signed, Optional<String> contentType, String body) {

  static Delivery of(Callback callback) {
    return callback.json().map(json -> ofJson(callback, json)).orElseGet(() -> ofFields(callback));
  }

  /** Sends fields in the body of a POST or in the query of a GET, as most callbacks do. */
  static Delivery ofFields(Callback callback) {
    CallbackUrl url = CallbackUrl.parse(callback.url());
    return callback.method().equals("POST")
        ? new Delivery(url, callback.fields(), Optional.of("application/x-www-form-urlencoded; charset=utf-8"),
                       callback.fields().encoded())
        : new Delivery(url.withQuery(callback.fields().encoded()), Form.EMPTY, Optional.empty(), "");
  }

  /** Sends JSON whose hash is in the URL, as events do; only the URL is signed. */
  static Delivery ofJson(Callback callback, String json) {
    return new Delivery(CallbackUrl.parse(callback.url()).withQuery("bodySHA256=" + sha256(json)), Form.EMPTY,
                        Optional.of("application/json"), json);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
