package org.muletwilio.internal.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.mule.runtime.api.metadata.MediaType;
import org.mule.runtime.extension.api.runtime.operation.Result;

import org.muletwilio.api.resource.ResponseAttributes;
import org.muletwilio.api.resource.ResponseAttributesBuilder;
import org.muletwilio.internal.connection.http.HttpAnswer;

import java.util.Map;

/** Makes the result of an operation from an answer of Twilio. */
final class Responses {

  private static final MediaType JSON = MediaType.APPLICATION_JSON.withCharset(UTF_8);

  private Responses() {}

  /** @return the body as JSON, null where there is none, and what the headers say as attributes */
  static Result<String, ResponseAttributes> toResult(HttpAnswer answer) {
    byte[] body = answer.getBody();
    return Result.<String, ResponseAttributes>builder().output(body.length == 0 ? null : new String(body, UTF_8)).mediaType(JSON)
        .attributes(attributesOf(answer)).build();
  }

  private static ResponseAttributes attributesOf(HttpAnswer answer) {
    Map<String, String> headers = answer.getHeaders();
    return new ResponseAttributesBuilder().statusCode(answer.getStatus()).requestId(headers.get("twilio-request-id"))
        .concurrentRequests(number(headers.get("twilio-concurrent-requests"))).headers(headers).build();
  }

  private static Integer number(String text) {
    try {
      return text == null ? null : Integer.valueOf(text.trim());
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
