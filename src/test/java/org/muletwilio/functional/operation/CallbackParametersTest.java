package org.muletwilio.functional.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.functional.support.ResourceAnswers;
import org.muletwilio.testkit.mule.FlowFailedException;
import org.muletwilio.testkit.mule.FlowRun;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of flows and URLs as users give them: what can't lead to a callback is refused, and the error says why. */
class CallbackParametersTest extends CallbackParametersApplication {

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
      "nowhere    | the application has no flow of that name", "a/b | the application has no flow of that name",
      "[x]        | the application has no flow of that name", "{x} | the application has no flow of that name",
      "#x         | the application has no flow of that name", "a#b | the application has no flow of that name",
      "a-sub-flow | flow",                                     "Twilio | flow",
  })
  void whatIsNotAFlowIsRefused(String name, String reason) {
    FlowFailedException failure = url("MESSAGE_STATUS", name);
    assertEquals("TWILIO:INVALID_CALLBACK_URL", failure.errorType(), failure.description());
    assertTrue(failure.description().startsWith("twilio:callback-url: flow-ref is '" + name + "': "), failure.description());
    assertTrue(failure.description().contains(reason), failure.description());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void anExpressionThatGivesNoNameIsRefused(String name) {
    FlowFailedException failure = url("MESSAGE_STATUS", name);
    assertEquals("TWILIO:INVALID_CALLBACK_URL", failure.errorType(), failure.description());
    assertEquals("twilio:callback-url: flow-ref is empty: set it to the name of a flow", failure.description());
  }

  @Test
  void anExpressionThatGivesNullIsRefused() {
    FlowFailedException failure = url("MESSAGE_STATUS", null);
    assertTrue(failure.description().contains("flow-ref"), failure.description());
    assertTrue(Set.of("TWILIO:INVALID_CALLBACK_URL", "MULE:UNKNOWN").contains(failure.errorType()), failure.errorType());
  }

  @Test
  void aBlankNameAndOneThatMuleCannotHaveAreRefusedInXmlToo() {
    simulator.forget();
    assertEquals("twilio:send-message: status-callback-flow-ref is empty: set it to the name of a flow",
                 description("send-to-blank", ""));
    assertEquals("twilio:send-message: status-callback-flow-ref is 'a/b': the application has no flow of that name",
                 description("send-to-slash", ""));
    assertNothingWasSent();
  }

  /** Mule from 4.1.2 on would give it to the operation as it is written. */
  @Test
  void anExpressionInAFlowReferenceStopsTheStart() {
    Exception refused = assertThrows(Exception.class, () -> application(simulator, freePort(), flow("status")
        + "<flow name='send'><twilio:send-message config-ref='Twilio' " + PLACED
        + "body='x' status-callback-flow-ref='#[vars.flow]'/></flow>").start());
    assertTrue(refused.getMessage().contains("statusCallbackFlow") || refused.getMessage().contains("status-callback-flow-ref"),
               refused.getMessage());
  }

  @Test
  void aUrlThatWasMadeForAnotherKindIsRefused() {
    simulator.forget();
    String made = (String) mule.run("url", "status", null, Map.of("kind", "CALL_STATUS")).payload();
    assertTrue(description("send-to", made).startsWith("twilio:send-message: statusCallbackUrl is a URL that was made for "
        + "CALL_STATUS, but Twilio calls it about MESSAGE_STATUS"));
    assertNothingWasSent();
  }

  @Test
  void aUrlThatWasMadeHasTheRepeatsOfAFlowReference() {
    String made = (String) mule
        .run("url", "status", null, Map.of("kind", "MESSAGE_STATUS", "context", Map.of("order", 1))).payload();
    assertTrue(made.endsWith("#rp=5xx,ct,rt"), made);
    mule.run("send-to", made);
    assertEquals(made.replace("#rp=", "#rc=3&rp="),
                 ResourceAnswers.last(simulator).request().form().first("StatusCallback").orElseThrow());
    FlowRun run = mule.awaitRun("status", each -> Map.of("order", "1")
        .equals(((CallbackAttributes) each.attributes()).getContext()), SOON);
    assertEquals("status", ((CallbackAttributes) run.attributes()).getFlow());
    assertTrue(description("send-to-with-context", made).contains("callbackContext has values, but no flow gets them back"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
      "\"\"                       | is empty",
      "example.com/x              | it must be an absolute http or https URL",
      "https://my_host.example/x  | Twilio refuses hosts with an underscore",
      "\"https://example.com/a|b\"  | Illegal character in path at index 21",
  })
  void aUrlThatTwilioCannotCallIsRefused(String url, String reason) {
    simulator.forget();
    String description = description("send-to", url);
    assertTrue(description.startsWith("twilio:send-message: statusCallbackUrl is '" + url + "': "), description);
    assertTrue(description.contains(reason), description);
    assertNothingWasSent();
  }

  @Test
  void aClientNotificationUrlThatTheSdkWouldDropIsRefused() {
    simulator.forget();
    for (String url : new String[] {"https://example.com/a|b", "notify", ""}) {
      String description = description("notify", url);
      assertTrue(description.startsWith("twilio:make-call: clientNotificationUrl is '" + url + "': "), description);
    }
    assertNothingWasSent();
  }
}
