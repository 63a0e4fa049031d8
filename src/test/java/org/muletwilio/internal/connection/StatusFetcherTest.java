package org.muletwilio.internal.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.pending.AwaitedStatus;
import org.muletwilio.internal.callback.reconciliation.FetchedStatus;
import org.muletwilio.internal.connection.http.FakeHttp;
import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is fetched reads as Twilio's callbacks do. */
class StatusFetcherTest {

  private static final AwaitedStatus MESSAGE = new AwaitedStatus(CallbackKind.MESSAGE_STATUS, "AC2", "SM1");
  private static final AwaitedStatus CALL = new AwaitedStatus(CallbackKind.CALL_STATUS, "AC2", "CA1");

  private final FakeHttp http = new FakeHttp();

  @Test
  void aMessageReadsAsItsCallback() {
    http.answer(200, "{\"sid\":\"SM1\",\"account_sid\":\"AC2\",\"messaging_service_sid\":\"MG1\",\"from\":\"+15005550006\","
        + "\"to\":\"+14155550123\",\"status\":\"undelivered\",\"error_code\":30005,\"api_version\":\"2010-04-01\","
        + "\"body\":\"secret\",\"date_sent\":\"Thu, 24 Aug 2023 05:01:45 +0000\"}");
    FetchedStatus fetched = fetch(MESSAGE).orElseThrow();
    assertEquals(Map.of("MessageSid", "SM1", "SmsSid", "SM1", "AccountSid", "AC2", "MessagingServiceSid", "MG1",
        "From", "+15005550006", "To", "+14155550123",
        "MessageStatus", "undelivered", "SmsStatus", "undelivered", "ErrorCode", "30005", "ApiVersion",
        "2010-04-01").entrySet(), fetched.getFields().entrySet());
    assertEquals(OptionalLong.of(Instant.parse("2023-08-24T05:01:45Z").toEpochMilli()), fetched.getBegunMillis());
    assertEquals("/2010-04-01/Accounts/AC2/Messages/SM1.json", http.requests().get(0).getUri().getPath());
  }

  @Test
  void aCallReadsAsItsCallback() {
    http.answer(200, "{\"sid\":\"CA1\",\"account_sid\":\"AC2\",\"from\":\"+15005550006\",\"to\":\"+14155550123\","
        + "\"status\":\"no-answer\",\"parent_call_sid\":\"CA0\",\"answered_by\":\"human\",\"api_version\":\"2010-04-01\","
        + "\"direction\":\"outbound-api\",\"duration\":\"0\",\"start_time\":\"Thu, 24 Aug 2023 05:01:45 +0000\"}");
    FetchedStatus fetched = fetch(CALL).orElseThrow();
    assertEquals(Map.of("CallSid", "CA1", "AccountSid", "AC2", "From", "+15005550006", "To", "+14155550123",
        "CallStatus", "no-answer", "Direction", "outbound-api", "CallDuration", "0", "ParentCallSid", "CA0", "AnsweredBy",
        "human", "ApiVersion", "2010-04-01").entrySet(), fetched.getFields().entrySet());
    assertEquals(OptionalLong.of(Instant.parse("2023-08-24T05:01:45Z").toEpochMilli()), fetched.getBegunMillis());
    assertEquals("/2010-04-01/Accounts/AC2/Calls/CA1.json", http.requests().get(0).getUri().getPath());
  }

  @Test
  void aStatusThatTheSdkDoesNotKnowIsTakenAsTwilioWritesIt() {
    http.answer(200, "{\"sid\":\"SM1\",\"status\":\"levitating\"}").answer(200, "{\"sid\":\"CA1\",\"status\":\"levitating\"}");
    assertEquals("levitating", fetch(MESSAGE).orElseThrow().getFields().get("MessageStatus"));
    assertEquals("levitating", fetch(CALL).orElseThrow().getFields().get("CallStatus"));
  }

  @Test
  void whatHasNotBegunHasNoTime() {
    http.answer(200, "{\"sid\":\"SM1\",\"status\":\"scheduled\",\"date_sent\":null}");
    assertEquals(OptionalLong.empty(), fetch(MESSAGE).orElseThrow().getBegunMillis());
  }

  @Test
  void whatTwilioNoLongerKnowsIsNothing() {
    http.answer(404, "{\"code\":20404,\"message\":\"not found\",\"status\":404}");
    assertEquals(Optional.empty(), fetch(MESSAGE));
  }

  @ParameterizedTest
  @CsvSource({"401,INVALID_CREDENTIALS", "500,SERVER_ERROR"})
  void everyOtherRefusalIsAFailure(int status, TwilioError type) {
    http.answer(status, "");
    assertEquals(type, assertThrows(TwilioException.class, () -> fetch(MESSAGE)).getType());
  }

  private Optional<FetchedStatus> fetch(AwaitedStatus status) {
    return new StatusFetcher(TestConnection.over(http)).fetch(status);
  }
}
