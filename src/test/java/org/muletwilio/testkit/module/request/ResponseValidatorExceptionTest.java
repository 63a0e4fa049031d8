package org.muletwilio.testkit.module.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.mule.runtime.http.api.domain.message.response.HttpResponse;

import org.junit.jupiter.api.Test;

/** What a refused request's error says. */
class ResponseValidatorExceptionTest {

  @Test
  void saysWhatTheAnswerSays() {
    assertEquals("POST /x was answered 400 Bad Request: {\"error\": \"there is no parameter 'a'\"}",
                 message("application/json", "{\"error\":\n\"there is no parameter 'a'\"}"));
  }

  @Test
  void quotesTheStartOfTextAlone() {
    assertEquals(200 + "POST /x was answered 400 Bad Request: ".length(), message("text/plain", "a".repeat(5000)).length());
    assertEquals("POST /x was answered 400 Bad Request", message("image/png", "abc"));
    assertEquals("POST /x was answered 400 Bad Request", message("text/plain", ""));
  }

  private static String message(String type, String body) {
    HttpResponse response = HttpResponse.builder().statusCode(400).reasonPhrase("Bad Request")
        .addHeader("Content-Type", type).build();
    return new ResponseValidatorException("POST /x", ResponseAttributes.of(response), body.getBytes(UTF_8)).getMessage();
  }
}
