package org.muletwilio.internal.connection.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.http.api.domain.message.request.HttpRequest;

import org.muletwilio.internal.connection.http.FakeHttp;
import org.muletwilio.internal.connection.http.FakeTimer;
import org.muletwilio.internal.connection.http.RequestExecutor;
import org.muletwilio.internal.connection.http.RequestSender;
import org.muletwilio.internal.error.TwilioException;

import java.util.List;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Twilio is asked for a token, and what it may answer. */
class AccessTokenRequestTest {

  private final FakeHttp http = new FakeHttp();
  private final AccessTokenRequest tokens = new AccessTokenRequest(sender(), "https://oauth.twilio.com/v2/token", "OQ1",
                                                                   "s&=+%");

  @Test
  void asksAsTwilioDocumentsIt() throws Exception {
    http.answer(200, "{\"access_token\":\"abc\",\"expires_in\":3600,\"token_type\":\"Bearer\",\"id_token\":null}");
    AccessToken token = tokens.apply(Runnable::run).join();
    assertEquals("abc", token.getText());
    assertEquals(3_600_000, token.getLifetimeMillis());
    HttpRequest request = http.requests().get(0);
    assertEquals("POST https://oauth.twilio.com/v2/token", request.getMethod() + " " + request.getUri());
    assertEquals("application/x-www-form-urlencoded", request.getHeaderValue("content-type"));
    assertEquals("grant_type=client_credentials&client_id=OQ1&client_secret=s%26%3D%2B%25",
        new String(request.getEntity().getContent().readAllBytes()));
    assertFalse(request.getHeaderNames().contains("authorization"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"{\"access_token\":\"abc\"} | 3600000",
      "{\"access_token\":\"abc\",\"expires_in\":\"60\"} | 60000", "{\"access_token\":\"abc\",\"expires_in\":-1} | 0",
      "{\"access_token\":\"abc\",\"expires_in\":1438315200000} | 86400000"})
  void oddLifetimesAreSurvived(String body, long lifetime) {
    http.answer(200, body);
    assertEquals(lifetime, tokens.apply(Runnable::run).join().getLifetimeMillis());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"401 | INVALID_CREDENTIALS", "400 | INVALID_CREDENTIALS", "403 | INVALID_CREDENTIALS",
      "404 | NOT_FOUND", "500 | SERVER_ERROR", "503 | SERVICE_UNAVAILABLE"})
  void refusalsAreToldApartAndShowWhatTwilioSaid(int status, String type) {
    http.answer(status, "{\"error\":\"invalid_client\",\"error_description\":\"no such client\"}");
    TwilioException failure = failure();
    assertEquals(type, failure.getType().toString());
    assertTrue(failure.getMessage().contains("no such client"), failure.getMessage());
  }

  @Test
  void whatIsNotATokenIsAnErrorThatShowsNothingOfIt() {
    for (String body : List.of("", "<html>", "{\"token\":\"tell-nobody\"}", "{\"access_token\":\"tell-nobody", "null", "[]")) {
      http.answer(200, body);
      TwilioException failure = failure();
      assertEquals("SERVER_ERROR", failure.getType().toString());
      for (Throwable each = failure; each != null; each = each.getCause()) {
        assertFalse(each.toString().contains("tell-nobody"));
      }
    }
  }

  private TwilioException failure() {
    return (TwilioException) assertThrows(CompletionException.class, () -> tokens.apply(Runnable::run).join()).getCause();
  }

  private RequestSender sender() {
    FakeTimer timer = new FakeTimer();
    return new RequestSender(http, 1000, 1000, -1, new RequestExecutor(Runnable::run, timer, timer::millis));
  }
}
