package org.muletwilio.internal.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Collections.singletonList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import org.mule.runtime.api.message.Message;
import org.mule.runtime.api.metadata.MediaType;
import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.api.callback.CallbackAttributesBuilder;
import org.muletwilio.api.callback.CallbackKind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.security.RequestValidator;
import java.io.InputStream;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a form and what is JSON, and what the signature of each must fit. */
class CallbackBodyTest {

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

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "APPLICATION/JSON", " application/json ; charset=utf-8", "application/json;",
      "application/cloudevents+json", "application/cloudevents-batch+json"})
  void isJson(String contentType) {
    assertEquals(Optional.of("[1]"), body(Optional.of(contentType), "[1]").getJson());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "application/x-www-form-urlencoded", "text/json", "application/jsonp", "x; application/json",
      "+json"})
  void isAForm(String contentType) {
    assertEquals("1", body(Optional.of(contentType), "a=1").getForm().get("a"));
    assertEquals("1", body(Optional.empty(), "a=1").getForm().get("a"));
  }

  @Test
  void nothingIsAFormWithoutFields() {
    assertEquals(Optional.empty(), body(JSON, "").getJson());
    assertTrue(body(JSON, "").getForm().isEmpty());
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
  void jsonReachesTheFlowAsJsonAndFieldsAsAMap() {
    CallbackAttributesBuilder attributes = new CallbackAttributesBuilder(CallbackKind.EVENT, "events");
    MultiMap<String, String> fields = new MultiMap<>();
    fields.put("EventType", "x");
    Message json = new CallbackContent(CallbackKind.EVENT, fields, Optional.of("{}")).messageWith(attributes.build());
    assertEquals("{}", json.getPayload().getValue());
    assertTrue(json.getPayload().getDataType().getMediaType().matches(MediaType.APPLICATION_JSON));
    assertEquals(Optional.of(UTF_8), json.getPayload().getDataType().getMediaType().getCharset());
    Message form = new CallbackContent(CallbackKind.EVENT, fields, Optional.empty()).messageWith(attributes.build());
    assertEquals(fields, form.getPayload().getValue());
    assertTrue(form.getPayload().getDataType().getMediaType().matches(MediaType.APPLICATION_JAVA));
  }

  private static CallbackBody body(Optional<String> contentType, String text) {
    return CallbackBody.of(contentType, text.getBytes(UTF_8)).orElseThrow();
  }

  private static boolean fits(CallbackBody body, String url, String signature, String token) {
    return body.signature(url, new SignedFields()).fits(signature, singletonList(new AuthToken(token)));
  }

  private static String signature(String token, String text) {
    return Base64.getEncoder().encodeToString(new AuthToken(token).twilioSignature(text.getBytes(UTF_8)));
  }
}
