package org.muletwilio.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.TestApplication.ACCOUNT;
import static org.muletwilio.functional.TestApplication.application;
import static org.muletwilio.functional.TestApplication.config;
import static org.muletwilio.functional.TestApplication.flow;
import static org.muletwilio.functional.TestApplication.freePort;
import static org.muletwilio.functional.TestApplication.simulator;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiFault;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What flows can catch, what it tells them, and that nothing is sent twice. */
class OperationErrorsTest {

  private static TwilioSimulator simulator;
  private static EmbeddedMule mule;

  @BeforeAll
  static void start() {
    simulator = simulator();
    String callback = "<twilio:http-callback-config host='127.0.0.1' localPort='" + freePort() + "'/>";
    mule = application(config("Twilio", simulator, callback)
        + config("Impatient", simulator, callback)
            .replace("baseUri", "responseTimeout='200' responseTimeoutUnit='MILLISECONDS' baseUri")
        + config("Unreachable", simulator, callback).replace(simulator.baseUri(), "http://127.0.0.1:" + freePort())
        + config("Stranger", simulator, callback).replace("authToken='", "authToken='wrong")
        + send("send", "from='#[vars.from]' body='#[vars.body]'")
        + send("impatient", "from='+15005550006' body='x'").replace("'Twilio'", "'Impatient'")
        + send("unreachable", "from='+15005550006' body='x'").replace("'Twilio'", "'Unreachable'")
        + send("stranger", "from='+15005550006' body='x'").replace("'Twilio'", "'Stranger'")
        + "<flow name='get'><twilio:get-message config-ref='Twilio' messageSid='#[payload]'/></flow>"
        + "<flow name='caught'><try><twilio:send-message config-ref='Twilio' to='+15005550001' from='+15005550006' body='x'/>"
        + "<error-handler><on-error-continue type='TWILIO:INVALID_REQUEST'><set-payload value='#[error.errorMessage.payload]'/>"
        + "</on-error-continue></error-handler></try></flow>"
        + flow("status") + "<sub-flow name='a-sub-flow'><logger/></sub-flow>"
        + send("no-sender", "body='x'")
        + send("no-content", "from='+15005550006'")
        + send("empty-content", "from='+15005550006' body='#[vars.nothing]'")
        + send("null-text", "from='+15005550006' body='null'")
        + send("both-callbacks", "from='+15005550006' body='x' status-callback-flow-ref='status' "
            + "statusCallbackUrl='https://example.com/x'")
        + send("unknown-flow", "from='+15005550006' body='x' status-callback-flow-ref='nowhere'")
        + send("sub-flow", "from='+15005550006' body='x' status-callback-flow-ref='a-sub-flow'")
        + send("config-as-flow", "from='+15005550006' body='x' status-callback-flow-ref='Twilio'")
        + send("bad-url", "from='+15005550006' body='x' statusCallbackUrl='example.com/x'")
        + send("long-url", "from='+15005550006' body='x' statusCallbackUrl='https://example.com/" + "x".repeat(4000) + "'")
        + send("variables", "from='+15005550006' body='x'",
               "<twilio:content-variables><twilio:content-variable key='1' value='x'/>"
            + "</twilio:content-variables>")
        + send("send-at", "from='+15005550006' body='x' sendAt='2030-01-31T09:00:00Z'")
        + send("bad-time", "messagingServiceSid='MG1' body='x' sendAt='tomorrow'")
        + send("validity", "from='+15005550006' body='x' validityPeriod='0'")
        + send("media", "from='+15005550006'", "<twilio:media-urls><twilio:media-url value='not a url'/></twilio:media-urls>")
        + send("long-context", "from='+15005550006' body='x' status-callback-flow-ref='status'",
            "<twilio:callback-contexts><twilio:callback-context key='k' value='" + "v".repeat(4000)
                + "'/></twilio:callback-contexts>")
        + send("nul-context", "from='+15005550006' body='x' status-callback-flow-ref='status'",
            "<twilio:callback-contexts><twilio:callback-context key='k' value='#[payload]'/></twilio:callback-contexts>"))
        .start();
  }

  @BeforeEach
  void forget() {
    simulator.apiFaults().none();
    simulator.forget();
  }

  @AfterAll
  static void stop() {
    mule.close();
    simulator.close();
  }

  @ParameterizedTest
  @CsvSource({"+15005550001,+15005550006,INVALID_PHONE_NUMBER,21211", "+15005550002,+15005550006,INVALID_PHONE_NUMBER,21612",
      "+15005550003,+15005550006,GEO_PERMISSION,21408", "+15005550004,+15005550006,RECIPIENT_UNSUBSCRIBED,21610",
      "+15005550009,+15005550006,INVALID_PHONE_NUMBER,21614", "+15551234567,+15005550001,INVALID_SENDER,21212",
      "+15551234567,+15005550007,INVALID_SENDER,21606", "+15551234567,+15005550008,QUEUE_FULL,21611"})
  void twiliosCodesAreErrorTypes(String to, String from, String type, int code) {
    FlowFailedException failure = assertThrows(FlowFailedException.class,
        () -> mule.run("send", to, null, Map.of("from", from, "body", "x")));
    assertEquals("TWILIO:" + type, failure.errorType());
    assertTrue(failure.description().contains("error " + code), failure.description());
    assertTrue(failure.description().contains("https://www.twilio.com/docs/errors/" + code), failure.description());
    assertEquals(1, simulator.requests().stream().filter(each -> each.method().equals("POST")).count());
  }

  @Test
  void aParentTypeCatchesAndTwiliosAnswerIsThere() {
    Object refusal = mule.run("caught", "").payload();
    assertEquals("HTTP 400, error 21211", refusal.toString().substring(0, 21));
  }

  @Test
  void anUnknownMessageIsNotFound() {
    assertEquals("TWILIO:NOT_FOUND", failure("get", "SM" + "0".repeat(32)).errorType());
  }

  @Test
  void wrongCredentialsAreToldApart() {
    assertEquals("TWILIO:INVALID_CREDENTIALS", failure("stranger", "+15551234567").errorType());
  }

  @Test
  void anUnreachableTwilioIsAConnectivityError() {
    FlowFailedException failure = failure("unreachable", "+15551234567");
    assertEquals("TWILIO:CONNECTIVITY", failure.errorType());
    assertTrue(failure.description().contains("Connection refused"), failure.description());
  }

  @Test
  void aLateAnswerIsATimeoutAndTheMessageMayHaveBeenSent() throws Exception {
    simulator.apiFaults().delayAnswers(Duration.ofSeconds(2));
    FlowFailedException failure = failure("impatient", "+15551234567");
    assertEquals("TWILIO:TIMEOUT", failure.errorType());
    assertTrue(failure.description().contains("may have been done"), failure.description());
    simulator.awaitRequests(all -> creates() > 0, TestApplication.SOON);
    assertEquals(1, creates());
  }

  @ParameterizedTest
  @CsvSource({"500,SERVER_ERROR", "502,SERVICE_UNAVAILABLE", "503,SERVICE_UNAVAILABLE", "504,SERVICE_UNAVAILABLE"})
  void aFailingTwilioIsAskedOnce(int status, String type) {
    ApiAnswer page = new ApiAnswer(status, Map.of("Content-Type", "text/html"), "<html>down</html>");
    simulator.apiFaults().nextCreates(10, ApiFault.answer(page));
    assertEquals("TWILIO:" + type, sendFailure().errorType());
    assertEquals(1, creates());
  }

  @Test
  void aConnectionThatBreaksIsNotTriedAgainByACreate() {
    simulator.apiFaults().nextCreates(10, ApiFault.cutAfter());
    FlowFailedException failure = sendFailure();
    assertEquals("TWILIO:UNKNOWN_OUTCOME", failure.errorType());
    assertTrue(failure.description().contains("may have been done"), failure.description());
    assertEquals(1, creates());
  }

  @Test
  void aRateLimitIsWaitedFor() {
    simulator.apiFaults().nextCreates(2, ApiFault.answer(ApiAnswer.error(429, 20429, "Too Many Requests")));
    mule.run("send", "+15551234567", null, Map.of("from", "+15005550006", "body", "x"));
    assertEquals(3, creates());
    assertEquals(1, simulator.messages().size());
  }

  @Test
  void aRateLimitThatLastsIsAnError() {
    simulator.apiFaults().nextCreates(100, ApiFault.answer(ApiAnswer.error(429, 20429, "Too Many Requests")));
    assertEquals("TWILIO:TOO_MANY_REQUESTS", sendFailure().errorType());
    assertEquals(5, creates());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "no-sender      | INVALID_REQUEST      | +15551234567",
      "no-content     | INVALID_REQUEST      | +15551234567",
      "empty-content  | INVALID_REQUEST      | +15551234567",
      "both-callbacks | INVALID_CALLBACK_URL | https://example.com/x",
      "unknown-flow   | INVALID_CALLBACK_URL | nowhere",
      "sub-flow       | INVALID_CALLBACK_URL | a-sub-flow",
      "config-as-flow | INVALID_CALLBACK_URL | Twilio",
      "bad-url        | INVALID_CALLBACK_URL | example.com/x",
      "long-url       | INVALID_CALLBACK_URL | 4020",
      "variables      | INVALID_REQUEST      | contentSid",
      "send-at        | INVALID_REQUEST      | 2030-01-31T09:00:00Z",
      "bad-time       | INVALID_REQUEST      | tomorrow",
      "validity       | INVALID_REQUEST      | 0",
      "media          | INVALID_REQUEST      | not a url",
      "long-context   | INVALID_CALLBACK_URL | callbackContext",
  })
  void wrongParametersFailBeforeAnythingIsSent(String flow, String type, String named) {
    FlowFailedException failure = failure(flow, "+15551234567");
    assertEquals("TWILIO:" + type, failure.errorType());
    assertTrue(failure.description().startsWith("twilio:send-message: "), failure.description());
    assertTrue(failure.description().contains(named), failure.description());
    assertEquals(0, creates());
  }

  /** The SDK takes it for no value at all. */
  @Test
  void theTextNullIsSent() {
    mule.run("null-text", "+15551234567");
    assertEquals("null", simulator.messages().get(simulator.messages().size() - 1).text("body"));
  }

  @Test
  void aContextThatNoAddressCanCarryIsRefused() {
    assertEquals("TWILIO:INVALID_CALLBACK_URL", failure("nul-context", "a\0b").errorType());
    assertEquals(0, creates());
  }

  @Test
  void errorsHoldNoSecret() {
    for (FlowFailedException failure : new FlowFailedException[] {failure("stranger", "+15551234567"),
        failure("unreachable", "+15551234567")}) {
      assertFalse(failure.toString().contains(TestApplication.TOKEN));
    }
  }

  private FlowFailedException sendFailure() {
    return assertThrows(FlowFailedException.class,
        () -> mule.run("send", "+15551234567", null, Map.of("from", "+15005550006", "body", "x")));
  }

  private FlowFailedException failure(String flow, Object payload) {
    return assertThrows(FlowFailedException.class, () -> mule.run(flow, payload));
  }

  private long creates() {
    return simulator.requests().stream().filter(each -> each.method().equals("POST") && each.path().contains(ACCOUNT)).count();
  }

  private static String send(String name, String attributes) {
    return send(name, attributes, "");
  }

  /** In a sub-flow nothing is refused before it runs. */
  private static String send(String name, String attributes, String children) {
    return "<flow name='" + name + "'><flow-ref name='sub-" + name + "'/></flow><sub-flow name='sub-" + name
        + "'><twilio:send-message config-ref='Twilio' to='#[payload]' " + attributes + ">" + children
        + "</twilio:send-message></sub-flow>";
  }
}
