package org.muletwilio.internal.connection.http;

import static java.util.Optional.ofNullable;

import org.muletwilio.api.resource.RequestError;
import org.muletwilio.api.resource.RequestErrorBuilder;
import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;

import java.io.IOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Turns an answer that is not a success into an error. Twilio's API answers <code>{code, message, more_info}</code>, its newer
 * APIs as RFC 9457 has it, its token endpoint as OAuth has it, and what stands in front of them HTML or nothing.
 */
public final class ErrorAnswers {

  private ErrorAnswers() {}

  /** @return the error of an answer that is not a success */
  public static TwilioException toException(HttpAnswer answer) {
    RequestError refusal = read(answer);
    return new TwilioException(TwilioError.of(ofNullable(refusal.getCode()), answer.getStatus()), refusal);
  }

  /** @return what the answer says of the error */
  public static RequestError read(HttpAnswer answer) {
    JsonNode json = parse(answer.getBody());
    return new RequestErrorBuilder()
        .status(answer.getStatus())
        .code(codeIn(json))
        .message(first(json, "message", "detail", "title", "error_description", "error"))
        .moreInfo(first(json, "more_info", "type"))
        .build();
  }

  private static Integer codeIn(JsonNode json) {
    JsonNode code = json.path("code");
    int number = code.isNumber() && !code.canConvertToInt() ? 0 : code.asInt();
    return number > 0 ? Integer.valueOf(number) : null;
  }

  private static JsonNode parse(byte[] body) {
    ObjectMapper mapper = new ObjectMapper();
    try {
      return ofNullable(mapper.readTree(body)).orElseGet(mapper::createObjectNode);
    } catch (IOException e) {
      return mapper.createObjectNode();
    }
  }

  private static String first(JsonNode json, String... names) {
    for (String name : names) {
      if (json.path(name).isTextual()) {
        return json.path(name).textValue();
      }
    }
    return null;
  }
}
