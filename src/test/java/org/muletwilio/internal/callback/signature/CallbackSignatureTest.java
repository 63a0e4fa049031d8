package org.muletwilio.internal.callback.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Collections.singletonList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.internal.callback.trust.SigningKey;

import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.security.RequestValidator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Held against the published vectors, and against the SDK's validator where that is right. */
class CallbackSignatureTest {

  private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";

  @TestFactory
  Stream<DynamicTest> publishedVectors() throws Exception {
    try (InputStream file = getClass().getResourceAsStream("/signature-vectors.json")) {
      JsonNode vectors = new ObjectMapper().readTree(file);
      assertEquals(32, vectors.size());
      return StreamSupport.stream(vectors.spliterator(), false).map(vector -> dynamicTest(vector.path("id").asText(),
          () -> assertEquals(vector.path("expectValid").asBoolean(),
              signature(vector).fits(vector.path("signature").asText(), trusted(vector.path("token").asText())))));
    }
  }

  @Test
  void fitsWhatTheSdkAccepts() {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      String token = "token" + random.nextInt();
      Map<String, String> fields = new HashMap<>();
      MultiMap<String, String> form = new MultiMap<>();
      for (int i = random.nextInt(12); i > 0; i--) {
        String name = "Field" + Integer.toString(random.nextInt(1 << 20), 36);
        fields.put(name, text(random));
      }
      fields.forEach(form::put);
      String url = "http" + (random.nextBoolean() ? "s" : "") + "://host" + round + ".example.com"
          + (random.nextBoolean() ? ":" + (1 + random.nextInt(65535)) : "") + "/a/b"
          + (random.nextBoolean() ? "?x=" + round : "");
      String signature = java.util.Base64.getEncoder().encodeToString(
          SigningKey.authToken(token).sign(concatenated(url, fields).getBytes(UTF_8)));
      assertTrue(new RequestValidator(token).validate(url, fields, signature), url);
      assertTrue(CallbackSignature.ofForm(url, Set.of(), new SignedFields().textOf(form)).fits(signature, trusted(token)), url);
      form.put("Added", "x");
      assertFalse(CallbackSignature.ofForm(url, Set.of(), new SignedFields().textOf(form)).fits(signature, trusted(token)), url);
    }
  }

  @Test
  void anyTrustedTokenMayHaveSigned() {
    CallbackSignature signature = CallbackSignature.ofForm(URL, Set.of(), new SignedFields().textOf(new MultiMap<>()));
    String signed = java.util.Base64.getEncoder().encodeToString(SigningKey.authToken("new").sign(URL.getBytes(UTF_8)));
    assertTrue(signature.fits(signed, Arrays.asList(SigningKey.authToken("old"), SigningKey.authToken("new"))));
    assertFalse(signature.fits(signed, trusted("old")));
    assertFalse(signature.fits(signed, Arrays.asList()));
  }

  @Test
  void eachCharacterOfASignatureCounts() {
    CallbackSignature signature = CallbackSignature.ofForm(URL, Set.of(), new SignedFields().textOf(new MultiMap<>()));
    String signed = java.util.Base64.getEncoder().encodeToString(SigningKey.authToken("12345").sign(URL.getBytes(UTF_8)));
    assertTrue(signature.fits(signed, trusted("12345")));
    for (int i = 0; i < signed.length(); i++) {
      String other = signed.charAt(i) == 'A' ? "B" : "A";
      assertFalse(signature.fits(signed.substring(0, i) + other + signed.substring(i + 1), trusted("12345")));
      assertFalse(signature.fits(signed.substring(0, i), trusted("12345")));
      assertFalse(signature.fits(signed.substring(i + 1), trusted("12345")));
    }
    assertFalse(signature.fits(signed + "A", trusted("12345")));
    assertFalse(signature.fits(signed.toLowerCase(), trusted("12345")));
  }

  @Test
  void refusesWhatIsNoSignature() {
    CallbackSignature signature = CallbackSignature.ofForm(URL, Set.of(), new SignedFields().textOf(new MultiMap<>()));
    for (String claimed : Arrays.asList("", " ", "=", "not base64 at all", "ü", "A".repeat(100_000))) {
      assertFalse(signature.fits(claimed, trusted("12345")), claimed);
    }
  }

  private static CallbackSignature signature(JsonNode vector) {
    String url = vector.path("url").asText();
    if (vector.path("body").isTextual()) {
      return CallbackSignature.ofBody(url, Set.of(), vector.path("body").asText().getBytes(UTF_8), new byte[0]);
    }
    MultiMap<String, String> fields = new MultiMap<>();
    vector.path("params").forEach(field -> fields.put(field.get(0).asText(), field.get(1).asText()));
    return CallbackSignature.ofForm(url, Set.of(), new SignedFields().textOf(fields));
  }

  private static String concatenated(String url, Map<String, String> fields) {
    StringBuilder text = new StringBuilder(url);
    fields.keySet().stream().sorted().forEach(name -> text.append(name).append(fields.get(name)));
    return text.toString();
  }

  private static String text(Random random) {
    return random.ints(random.nextInt(20), 0x20, 0x3000).collect(StringBuilder::new, StringBuilder::appendCodePoint,
        StringBuilder::append).toString();
  }

  private static List<SigningKey> trusted(String token) {
    return singletonList(SigningKey.authToken(token));
  }
}
