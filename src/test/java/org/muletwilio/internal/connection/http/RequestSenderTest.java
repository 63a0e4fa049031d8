package org.muletwilio.internal.connection.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.mule.runtime.api.connection.ConnectionException;

import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent again, and what never. */
class RequestSenderTest extends SenderFixture {

  @ParameterizedTest
  @ValueSource(strings = {"GET", "DELETE", "POST"})
  void a429IsSentAgainWhateverItIsOnceItsTimeHasCome(String method) {
    http.answer(429, "", "Retry-After", "3").answer(429, "").answer(200, "done");
    CompletableFuture<HttpAnswer> answer = send(method);
    timer.pass(2999);
    assertEquals(1, http.requests().size());
    timer.pass(1);
    assertEquals(2, http.requests().size());
    timer.pass(220);
    assertEquals("done", new String(answerOf(answer).getBody()));
    assertEquals(3, http.requests().size());
    assertEquals(0, timer.size());
  }

  @Test
  void theFifth429IsTheAnswer() {
    for (int i = 0; i < 9; i++) {
      http.answer(429, "");
    }
    CompletableFuture<HttpAnswer> answer = send("POST");
    timer.pass(10_000);
    assertEquals(429, answerOf(answer).getStatus());
    assertEquals(5, http.requests().size());
  }

  /** By Twilio's error pages: these have the status 429, and no wait of seconds helps. */
  @ParameterizedTest
  @ValueSource(ints = {60202, 60203, 60308, 60309, 60310, 60312, 60326, 21611})
  void aLimitThatLastsIsNotAskedForAgain(int code) {
    http.answer(429, "{\"code\": " + code + ", \"message\": \"Max check attempts reached\", \"status\": 429}", "Retry-After",
                "1");
    assertEquals(429, answerOf(send("POST")).getStatus());
    assertEquals(1, http.requests().size());
  }

  /** Of requests per second or at a time, and a code that is not known. */
  @ParameterizedTest
  @ValueSource(strings = {"20429", "60212", "50063", "\"20429\"", "99999", "null"})
  void anotherLimitIs(String code) {
    http.answer(429, "{\"code\": " + code + ", \"message\": \"Too Many Requests\"}").answer(201, "{}");
    CompletableFuture<HttpAnswer> answer = send("POST");
    timer.pass(200);
    assertEquals(201, answerOf(answer).getStatus());
  }

  /** A request for a token makes nothing, though it is a POST. */
  @Test
  void whatChangesNothingIsRepeatedAndFailsLikeARead() {
    http.fail(BROKEN).answer(200, "token");
    assertEquals(200, answerOf(sender.sendRead(request("POST"), Runnable::run)).getStatus());
    http.fail(BROKEN).fail(BROKEN);
    TwilioException failure = failureOf(sender.sendRead(request("POST"), Runnable::run));
    assertEquals(TwilioError.CONNECTIVITY, failure.getType());
    assertFalse(failure.getMessage().contains("may have been done"), failure.getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 302, 401, 408})
  void noOtherAnswerIsSentAgain(int status) {
    for (String method : List.of("GET", "POST")) {
      http.answer(status, "", "Retry-After", "0", "Location", "https://example.com/");
      assertEquals(status, answerOf(send(method)).getStatus());
    }
    timer.pass(10_000);
    assertEquals(2, http.requests().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "DELETE"})
  void aBrokenConnectionIsSurvivedOnce(String method) {
    http.fail(BROKEN).answer(200, "");
    assertEquals(200, answerOf(send(method)).getStatus());
    http.fail(BROKEN).fail(BROKEN);
    failureOf(send(method));
    assertEquals(4, http.requests().size());
  }

  @Test
  void aDeleteThatFindsNothingTheSecondTimeIsDone() {
    http.fail(BROKEN).answer(404, "");
    assertEquals(204, answerOf(send("DELETE")).getStatus());
    http.answer(404, "");
    assertEquals(404, answerOf(send("DELETE")).getStatus());
    http.fail(BROKEN).answer(404, "");
    assertEquals(404, answerOf(send("GET")).getStatus());
  }

  @Test
  void aCreateIsNeverSentAgain() {
    http.fail(BROKEN);
    assertEquals(TwilioError.UNKNOWN_OUTCOME, failureOf(send("POST")).getType());
    assertEquals(1, http.requests().size());
  }

  @Test
  void aLateAnswerIsNotAskedForAgain() {
    for (String method : List.of("GET", "POST")) {
      http.fail(new TimeoutException());
      assertEquals(TwilioError.TIMEOUT, failureOf(send(method)).getType());
    }
    assertEquals(2, http.requests().size());
  }

  @Test
  void onlyAReadIsOneThatMuleMayRunAgain() {
    http.fail(BROKEN).fail(BROKEN);
    TwilioException read = failureOf(send("GET"));
    assertEquals(TwilioError.CONNECTIVITY, read.getType());
    assertInstanceOf(ConnectionException.class, read.getCause());
    for (String method : List.of("POST", "DELETE")) {
      http.fail(new java.net.ConnectException("refused"));
      TwilioException failure = failureOf(send(method));
      assertEquals(TwilioError.CONNECTIVITY, failure.getType());
      for (Throwable each = failure; each != null; each = each.getCause()) {
        assertFalse(each instanceof ConnectionException, method);
      }
    }
  }

  @Test
  void aThrottledRequestThatCanNotBeSentAgainStaysThrottled() {
    http.answer(429, "first", "Retry-After", "1").fail(new java.net.ConnectException("refused"));
    CompletableFuture<HttpAnswer> answer = send("POST");
    timer.pass(1000);
    assertEquals("first", new String(answerOf(answer).getBody()));
    http.answer(429, "", "Retry-After", "1").fail(BROKEN);
    CompletableFuture<HttpAnswer> doubtful = send("POST");
    timer.pass(1000);
    assertEquals(TwilioError.UNKNOWN_OUTCOME, failureOf(doubtful).getType());
  }

  @Test
  void theFirstReasonIsTheCause() {
    http.fail(BROKEN);
    assertSame(BROKEN, failureOf(send("POST")).getCause());
  }
}
