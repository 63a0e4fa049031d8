package org.muletwilio.functional.operation;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.functional.support.ResourceAnswers;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** An application whose operations name flows, URLs and contexts. */
abstract class CallbackParametersApplication {

  static final String CALL = ResourceAnswers.CALL;
  static final String PLACED = "to='+15551234567' from='+15005550006' ";
  static final String CONTEXT = "callbackContext='#[vars.context]' ";

  /** Each operation that takes a context, with no flow. */
  enum ContextOnly {

    SEND_MESSAGE("send-message " + PLACED + "body='x'"),
    MAKE_CALL("make-call " + PLACED + "twiml='&lt;Response/&gt;'"),
    UPDATE_CALL("update-call callSid='" + CALL + "' end='COMPLETED'"),
    ADD_PARTICIPANT("add-participant conference='room' " + PLACED),
    START_RECORDING("start-recording callSid='" + CALL + "'"),
    START_TRANSCRIPTION("start-transcription callSid='" + CALL + "'"),
    ADD_CALLER_ID("add-caller-id phoneNumber='+15551234567'"),
    BUY_NUMBER("buy-incoming-phone-number areaCode='415'"),
    UPDATE_NUMBER("update-incoming-phone-number incomingPhoneNumberSid='" + ResourceAnswers.NUMBER + "'"),
    CREATE_APPLICATION("create-application friendlyName='x'"),
    UPDATE_APPLICATION("update-application applicationSid='" + ResourceAnswers.APPLICATION + "'"),
    CREATE_SERVICE("create-messaging-service friendlyName='x'"),
    UPDATE_SERVICE("update-messaging-service messagingServiceSid='MG" + "0".repeat(32) + "'"),
    TWIML_GATHER("twiml-gather actionUrl='https://example.com/'"),
    TWIML_RECORD("twiml-record actionUrl='https://example.com/'"),
    TWIML_DIAL("twiml-dial number='+15551234567'"),
    TWIML_REDIRECT("twiml-redirect url='https://example.com/'"),
    TWIML_MESSAGE("twiml-message body='x'"),
    REQUEST("request api='api.v2010' operation='Messages.create'");

    final String xml;

    ContextOnly(String xml) {
      this.xml = xml;
    }

    String operation() {
      return xml.split(" ")[0];
    }

    String element() {
      return "<flow name='" + name() + "'><twilio:" + operation() + " config-ref='Twilio' " + CONTEXT + xml.substring(operation()
          .length()) + "/></flow>";
    }
  }

  static TwilioSimulator simulator;
  static EmbeddedMule mule;

  @BeforeAll
  static void start() {
    simulator = simulator();
    mule = application(simulator, freePort(), flow("status") + "<sub-flow name='a-sub-flow'><logger/></sub-flow>"
        + Stream.of(ContextOnly.values()).map(ContextOnly::element).collect(Collectors.joining())
        + "<flow name='send'><twilio:send-message config-ref='Twilio' " + PLACED + "body='x' status-callback-flow-ref='status' "
        + CONTEXT + "/></flow>"
        + "<flow name='url'><twilio:callback-url config-ref='Twilio' kind='#[vars.kind]' flow-ref='#[payload]' " + CONTEXT
        + "/></flow>"
        + "<flow name='send-to'><twilio:send-message config-ref='Twilio' " + PLACED
        + "body='x' statusCallbackUrl='#[payload]'/></flow>"
        + "<flow name='send-to-with-context'><twilio:send-message config-ref='Twilio' " + PLACED
        + "body='x' statusCallbackUrl='#[payload]' " + CONTEXT + "/></flow>"
        + "<flow name='send-to-blank'><flow-ref name='blank'/></flow><sub-flow name='blank'>"
        + "<twilio:send-message config-ref='Twilio' " + PLACED + "body='x' status-callback-flow-ref=' '/></sub-flow>"
        + "<flow name='send-to-slash'><flow-ref name='slash'/></flow><sub-flow name='slash'>"
        + "<twilio:send-message config-ref='Twilio' " + PLACED + "body='x' status-callback-flow-ref='a/b'/></sub-flow>"
        + "<flow name='notify'><twilio:make-call config-ref='Twilio' " + PLACED + "twiml='&lt;Response/&gt;' "
        + "clientNotificationUrl='#[payload]'/></flow>").start();
  }

  @AfterAll
  static void stop() {
    mule.close();
    simulator.close();
  }

  static FlowFailedException url(String kind, String flow) {
    return assertThrows(FlowFailedException.class, () -> mule.run("url", flow, null, Map.of("kind", kind)));
  }

  static String description(String flow, Object payload) {
    Map<String, Object> variables = Map.of("context", Map.of("order", 1));
    return assertThrows(FlowFailedException.class, () -> mule.run(flow, payload, null, variables)).description();
  }

  static void assertNothingWasSent() {
    assertTrue(simulator.requests().stream().allMatch(each -> each.method().equals("GET")), simulator.requests().toString());
  }
}
