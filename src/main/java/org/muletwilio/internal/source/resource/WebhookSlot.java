package org.muletwilio.internal.source.resource;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** A property of a resource at Twilio that holds an address which Twilio calls, with the method. Immutable. */
final class WebhookSlot {

  private static final String POST = "POST";

  private final String name;
  private final String urlPointer;
  private final String methodPointer;
  private final String urlParameter;
  private final String methodParameter;

  private WebhookSlot(String name, String urlPointer, String methodPointer, String urlParameter, String methodParameter) {
    this.name = name;
    this.urlPointer = urlPointer;
    this.methodPointer = methodPointer;
    this.urlParameter = urlParameter;
    this.methodParameter = methodParameter;
  }

  /**
   * @param name what Twilio's console calls it
   * @param urlPointer where in the resource's JSON the address is
   * @param methodPointer where the method is
   * @param urlParameter the parameter that sets the address
   * @param methodParameter the parameter that sets the method
   */
  static WebhookSlot of(String name, String urlPointer, String methodPointer, String urlParameter, String methodParameter) {
    return new WebhookSlot(name, urlPointer, methodPointer, urlParameter, methodParameter);
  }

  /** @return one that Twilio always calls by POST */
  static WebhookSlot post(String name, String urlPointer, String urlParameter) {
    return new WebhookSlot(name, urlPointer, null, urlParameter, null);
  }

  /** @return what Twilio's console calls it */
  String getName() {
    return name;
  }

  String getUrlPointer() {
    return urlPointer;
  }

  /** @return the address, or an empty text */
  String urlIn(JsonNode resource) {
    return resource.at(urlPointer).asText("");
  }

  Optional<String> methodIn(JsonNode resource) {
    return methodPointer == null ? Optional.empty() : Optional.ofNullable(resource.at(methodPointer).textValue());
  }

  /** @return whether Twilio calls that address by POST */
  boolean isSetTo(String url, JsonNode resource) {
    return urlIn(resource).equals(url) && (methodPointer == null || POST.equals(methodIn(resource).orElse(POST)));
  }

  /** @return what to send so that Twilio calls the address by POST */
  Map<String, String> valuesFor(String url) {
    return valuesFor(url, Optional.of(POST));
  }

  /** @return what to send so that Twilio calls the address by the method, where there is a choice */
  Map<String, String> valuesFor(String url, Optional<String> method) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(urlParameter, url);
    if (methodParameter != null) {
      values.put(methodParameter, method.orElse(POST));
    }
    return values;
  }
}
