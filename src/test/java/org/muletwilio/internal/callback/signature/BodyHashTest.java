package org.muletwilio.internal.callback.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Collections.singletonList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import org.muletwilio.internal.callback.content.CallbackBody;
import org.muletwilio.internal.callback.trust.SigningKey;
import org.muletwilio.testkit.fuzz.RequestHash;

import java.io.InputStream;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.security.RequestValidator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The hash of a body in the signed address, of JSON and of forms. */
class BodyHashTest {

  private static final Optional<String> JSON = Optional.of("application/json");

  @TestFactory
  Stream<DynamicTest> publishedVectorsOfJson() throws Exception {
    try (InputStream file = getClass().getResourceAsStream("/signature-vectors.json")) {
      return StreamSupport.stream(new ObjectMapper().readTree(file).spliterator(), false)
          .filter(vector -> vector.path("body").isTextual())
          .map(vector -> dynamicTest(vector.path("id").asText(), () -> assertVector(vector)));
    }
  }

  private static void assertVector(JsonNode vector) throws Exception {
    String token = vector.path("token").asText();
    String url = vector.path("url").asText();
    String text = vector.path("body").asText();
    String signature = vector.path("signature").asText();
    assertEquals(vector.path("expectValid").asBoolean(), fits(body(JSON, text), url, signature, token));
    if (url.contains("bodySHA256")) {
      assertEquals(vector.path("expectValid").asBoolean(), new RequestValidator(token).validate(url, text, signature));
    }
  }

  @Test
  void theHashOfAFormMustBeRightWhereThereIsOne() {
    String body = "a=1";
    String right = "https://example.com/x?bodySHA256=d4d6cb9ef2e8d94aa1d0bf6aadb9d9b5ccd7dba2d2bd2c9a6ce0d3fa1e3c3d3b";
    assertFalse(fits(body(Optional.empty(), body), right, signature("12345", right + "a1"), "12345"));
    assertFalse(fits(body(Optional.empty(), ""), right, signature("12345", right), "12345"));
    String hashed = "https://example.com/x?bodySHA256=" + RequestHash.sha256(body);
    assertTrue(fits(body(Optional.empty(), body), hashed, signature("12345", hashed + "a1"), "12345"));
    assertFalse(fits(body(Optional.empty(), body), hashed, signature("12345", hashed), "12345"), "the fields are signed too");
  }

  @Test
  void eachCharacterOfTheHashCounts() {
    String json = "{\"a\":1}";
    String hash = RequestHash.sha256(json);
    assertTrue(fitsHash(json, hash));
    for (int i = 0; i < hash.length(); i++) {
      String other = hash.charAt(i) == 'a' ? "b" : "a";
      assertFalse(fitsHash(json, hash.substring(0, i) + other + hash.substring(i + 1)), hash);
      assertFalse(fitsHash(json, hash.substring(0, i)), hash);
    }
    assertFalse(fitsHash(json, hash + "0"));
  }

  /** @return whether it fits where the address with the hash is signed rightly */
  private static boolean fitsHash(String json, String hash) {
    String url = "https://example.com/x?bodySHA256=" + hash;
    return fits(body(JSON, json), url, signature("12345", url), "12345");
  }

  private static CallbackBody body(Optional<String> contentType, String text) {
    return CallbackBody.of(contentType, text.getBytes(UTF_8)).orElseThrow();
  }

  private static boolean fits(CallbackBody body, String url, String signature, String token) {
    return CallbackSignature.of(url, Set.of(), body, new SignedFields())
        .fits(signature, singletonList(SigningKey.authToken(token)));
  }

  private static String signature(String token, String text) {
    return Base64.getEncoder().encodeToString(SigningKey.authToken(token).sign(text.getBytes(UTF_8)));
  }
}
