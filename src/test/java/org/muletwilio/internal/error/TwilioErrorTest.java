package org.muletwilio.internal.error;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioErrorTest {

  @ParameterizedTest
  @CsvSource({"20003,401,INVALID_CREDENTIALS", ",401,INVALID_CREDENTIALS", "20008,403,FORBIDDEN", "70051,401,FORBIDDEN", ",403,FORBIDDEN",
      "20404,404,NOT_FOUND", ",404,NOT_FOUND", "21220,400,CONFLICT", ",409,CONFLICT", "20429,429,TOO_MANY_REQUESTS",
      ",429,TOO_MANY_REQUESTS", "21611,429,QUEUE_FULL", "22005,400,QUEUE_FULL", "21211,400,INVALID_PHONE_NUMBER",
      "21614,400,INVALID_PHONE_NUMBER", "21606,400,INVALID_SENDER", "63007,400,INVALID_SENDER", "21609,400,INVALID_CALLBACK_URL",
      "21608,400,UNVERIFIED_NUMBER", "21610,400,RECIPIENT_UNSUBSCRIBED", "21408,403,GEO_PERMISSION", "21602,400,INVALID_REQUEST",
      "21617,400,INVALID_REQUEST", ",400,INVALID_REQUEST", ",418,INVALID_REQUEST", ",426,CONNECTIVITY", ",502,SERVICE_UNAVAILABLE",
      ",503,SERVICE_UNAVAILABLE", ",504,SERVICE_UNAVAILABLE", "20503,500,SERVICE_UNAVAILABLE", "20500,500,SERVER_ERROR",
      ",500,SERVER_ERROR", ",302,SERVER_ERROR", "99999,400,INVALID_REQUEST"})
  void goesByCodeThenByStatus(Integer code, int status, TwilioError error) {
    assertEquals(error, TwilioError.of(Optional.ofNullable(code), status));
  }
}
