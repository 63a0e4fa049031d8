package org.muletwilio.simulator.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.muletwilio.simulator.http.CallbackUrl;
import org.muletwilio.simulator.resource.Form;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What of a callback goes into its address, its body and its signature.
 *
 * @param url where it goes, with what its query tells
 * @param signed what is signed beside the address
 * @param contentType of the body, if there is one
 * @param body empty for a GET
 */
record Delivery(CallbackUrl url, Form signed, Optional<String> contentType, String body) {

  /** As most callbacks go: in the body of a POST or the query of a GET. */
  static Delivery ofFields(Callback callback) {
    CallbackUrl url = CallbackUrl.parse(callback.url());
    return callback.method().equals("POST")
        ? new Delivery(url, callback.fields(), Optional.of("application/x-www-form-urlencoded; charset=utf-8"),
                       callback.fields().encoded())
        : new Delivery(url.withQuery(callback.fields().encoded()), Form.EMPTY, Optional.empty(), "");
  }

  /** As events go: in a body whose hash is in the address, which alone is signed. */
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
