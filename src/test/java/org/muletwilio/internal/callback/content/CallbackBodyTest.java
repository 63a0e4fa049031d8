package org.muletwilio.internal.callback.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.message.Message;
import org.mule.runtime.api.metadata.MediaType;
import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.api.callback.CallbackAttributesBuilder;
import org.muletwilio.api.callback.CallbackKind;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a form and what is JSON. */
class CallbackBodyTest {

  private static final Optional<String> JSON = Optional.of("application/json");

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
  void jsonReachesTheFlowAsJsonAndFieldsAsAMap() {
    CallbackAttributesBuilder attributes = new CallbackAttributesBuilder().kind(CallbackKind.EVENT).flow("events");
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
}
