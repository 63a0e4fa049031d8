package org.muletwilio.functional.flow;

import static org.muletwilio.api.callback.CallbackKind.CALLER_ID_STATUS;
import static org.muletwilio.api.callback.CallbackKind.CALL_FALLBACK;
import static org.muletwilio.api.callback.CallbackKind.CALL_INSTRUCTIONS;
import static org.muletwilio.api.callback.CallbackKind.CALL_STATUS;
import static org.muletwilio.api.callback.CallbackKind.CONFERENCE_STATUS;
import static org.muletwilio.api.callback.CallbackKind.CONFERENCE_WAIT;
import static org.muletwilio.api.callback.CallbackKind.INBOUND_MESSAGE;
import static org.muletwilio.api.callback.CallbackKind.INBOUND_MESSAGE_FALLBACK;
import static org.muletwilio.api.callback.CallbackKind.MACHINE_DETECTION;
import static org.muletwilio.api.callback.CallbackKind.MESSAGE_STATUS;
import static org.muletwilio.api.callback.CallbackKind.RECORDING_STATUS;
import static org.muletwilio.api.callback.CallbackKind.TRANSCRIPTION_STATUS;
import static org.muletwilio.functional.flow.FlowCourses.APPLICATION_CHANGED;
import static org.muletwilio.functional.flow.FlowCourses.APPLICATION_CREATED;
import static org.muletwilio.functional.flow.FlowCourses.ASKED_BY_A_CALL;
import static org.muletwilio.functional.flow.FlowCourses.ASKED_BY_A_MESSAGE;
import static org.muletwilio.functional.flow.FlowCourses.IN_A_CALL;
import static org.muletwilio.functional.flow.FlowCourses.MADE;
import static org.muletwilio.functional.flow.FlowCourses.NUMBER_BOUGHT;
import static org.muletwilio.functional.flow.FlowCourses.NUMBER_CHANGED;
import static org.muletwilio.functional.flow.FlowCourses.REDIRECTED;
import static org.muletwilio.functional.flow.FlowCourses.SERVICE_CHANGED;
import static org.muletwilio.functional.flow.FlowCourses.SERVICE_CREATED;

import org.muletwilio.api.callback.CallbackKind;

import java.util.List;
import java.util.Map;

/** A scenario, or more, for each flow that each operation can name. */
final class FlowScenarios {

  private static final String FROM = "from='+15005550006' ";

  private static final Map<String, CallbackKind> OF_SERVICE =
      Map.of("inbound-request-flow-ref", INBOUND_MESSAGE, "status-callback-flow-ref", MESSAGE_STATUS);

  private static final Map<String, CallbackKind> INBOUND = Map.of("voice-url-flow-ref", CALL_INSTRUCTIONS,
      "sms-url-flow-ref", INBOUND_MESSAGE, "status-callback-flow-ref", CALL_STATUS);
  private static final Map<String, CallbackKind> INBOUND_FALLBACK = Map.of("voice-fallback-flow-ref", CALL_FALLBACK,
      "sms-fallback-flow-ref", INBOUND_MESSAGE_FALLBACK);
  private static final String BROKEN = "voice-url-flow-ref='broken' sms-url-flow-ref='broken' ";

  private FlowScenarios() {}

  /** The flows that courses need beside those of the scenarios. */
  static String stageElements() {
    return flow("broken", "<raise-error type='APP:BROKEN' description='broken on purpose'/>")
        + flow("nothing", "<set-payload value='&lt;Response/&gt;'/>")
        + flow("long call", "<twilio:make-call config-ref='Twilio' to='#[payload]' " + FROM
            + "twiml='&lt;Response&gt;&lt;Pause length=\"100000\"/&gt;&lt;/Response&gt;'/>")
        + flow("call", url("CALL_INSTRUCTIONS") + "<twilio:make-call config-ref='Twilio' to='#[payload]' " + FROM
            + "url='#[vars.url]'/>")
        + flow("buy", "<twilio:buy-incoming-phone-number config-ref='Twilio' phoneNumber='#[payload]'/>")
        + flow("buy for messages", url("INBOUND_MESSAGE") + "<twilio:buy-incoming-phone-number config-ref='Twilio' "
            + "phoneNumber='#[payload]' smsUrl='#[vars.url]'/>")
        + flow("buy for application", "<twilio:buy-incoming-phone-number config-ref='Twilio' phoneNumber='#[payload]' "
            + "voiceApplicationSid='#[vars.application]' smsApplicationSid='#[vars.application]'/>")
        + flow("create", "<twilio:create-application config-ref='Twilio' voice-url-flow-ref='nothing' "
            + "sms-url-flow-ref='nothing'/>")
        + flow("create service", "<twilio:create-messaging-service config-ref='Twilio' friendlyName='#[payload]' "
            + "inbound-request-flow-ref='nothing'/>")
        + flow("add to service", "<twilio:add-messaging-service-number config-ref='Twilio' incomingPhoneNumberSid='#[payload]' "
            + "messagingServiceSid='#[vars.service]'/>")
        + flow("send for service", "<twilio:send-message config-ref='Twilio' to='#[payload]' body='Hello' "
            + "messagingServiceSid='#[vars.service]'/>")
        + flow("send for application", "<twilio:send-message config-ref='Twilio' to='#[payload]' " + FROM + "body='Hello' "
            + "applicationSid='#[vars.application]'/>");
  }

  /** Makes the URL of a flow that is chosen at run time. */
  private static String url(String kind) {
    return "<twilio:callback-url config-ref='Twilio' kind='" + kind + "' flow-ref='#[vars.flow]' target='url'/>";
  }

  private static String flow(String name, String elements) {
    return "<flow name='" + name + "'>" + elements + "</flow>";
  }

  static List<FlowScenario> all() {
    return List.of(
        FlowScenario.of("send-message", "to='#[payload]' " + FROM + "body='Hello'",
                        Map.of("status-callback-flow-ref", MESSAGE_STATUS), MADE),
        FlowScenario.of("make-call", "to='#[payload]' " + FROM + "record='true' machineDetection='ENABLE'",
                        Map.of("url-flow-ref", CALL_INSTRUCTIONS, "status-callback-flow-ref", CALL_STATUS,
                               "recording-status-callback-flow-ref", RECORDING_STATUS,
                               "async-amd-status-callback-flow-ref", MACHINE_DETECTION), MADE),
        FlowScenario.of("make-call", "to='#[payload]' " + FROM + "url-flow-ref='broken'",
                        Map.of("fallback-flow-ref", CALL_FALLBACK), MADE).when("instructions fail"),
        FlowScenario.of("update-call", "callSid='#[payload]'",
                        Map.of("url-flow-ref", CALL_INSTRUCTIONS, "status-callback-flow-ref", CALL_STATUS), REDIRECTED),
        FlowScenario.of("update-call", "callSid='#[payload]' url-flow-ref='broken'",
                        Map.of("fallback-flow-ref", CALL_FALLBACK), REDIRECTED).when("instructions fail"),
        FlowScenario.of("add-participant", "conference='room' to='#[payload]' " + FROM + "record='true' "
            + "conferenceRecord='RECORD_FROM_START' machineDetection='ENABLE'",
                        Map.of("status-callback-flow-ref", CALL_STATUS, "conference-status-callback-flow-ref", CONFERENCE_STATUS,
                               "recording-status-callback-flow-ref", RECORDING_STATUS,
                               "conference-recording-status-callback-flow-ref", RECORDING_STATUS,
                               "amd-status-callback-flow-ref", MACHINE_DETECTION), MADE),
        FlowScenario.of("add-participant", "conference='waiting room' to='#[payload]' " + FROM + "startConferenceOnEnter='false'",
                        Map.of("wait-url-flow-ref", CONFERENCE_WAIT), MADE).when("nobody is there yet"),
        FlowScenario.of("start-recording", "callSid='#[payload]'",
                        Map.of("recording-status-callback-flow-ref", RECORDING_STATUS), IN_A_CALL),
        FlowScenario.of("start-transcription", "callSid='#[payload]'",
                        Map.of("status-callback-flow-ref", TRANSCRIPTION_STATUS), IN_A_CALL),
        FlowScenario.of("buy-incoming-phone-number", "phoneNumber='#[payload]'", INBOUND, NUMBER_BOUGHT),
        FlowScenario.of("buy-incoming-phone-number", "phoneNumber='#[payload]' " + BROKEN, INBOUND_FALLBACK, NUMBER_BOUGHT)
            .when("flows fail"),
        FlowScenario.of("update-incoming-phone-number", "incomingPhoneNumberSid='#[payload]'", INBOUND, NUMBER_CHANGED),
        FlowScenario.of("update-incoming-phone-number", "incomingPhoneNumberSid='#[payload]' " + BROKEN, INBOUND_FALLBACK,
                        NUMBER_CHANGED).when("flows fail"),
        FlowScenario.of("create-application", "", INBOUND, APPLICATION_CREATED),
        FlowScenario.of("create-application", BROKEN, INBOUND_FALLBACK, APPLICATION_CREATED).when("flows fail"),
        FlowScenario.of("create-application", "sms-url-flow-ref='nothing' voice-url-flow-ref='nothing'",
                        Map.of("message-status-callback-flow-ref", MESSAGE_STATUS), APPLICATION_CREATED).when("it sends"),
        FlowScenario.of("create-application", "sms-url-flow-ref='nothing' voice-url-flow-ref='nothing'",
                        Map.of("sms-status-callback-flow-ref", MESSAGE_STATUS), APPLICATION_CREATED).when("it sends as before"),
        FlowScenario.of("update-application", "applicationSid='#[payload]'", INBOUND, APPLICATION_CHANGED),
        FlowScenario.of("update-application", "applicationSid='#[payload]' " + BROKEN, INBOUND_FALLBACK, APPLICATION_CHANGED)
            .when("flows fail"),
        FlowScenario.of("update-application", "applicationSid='#[payload]'",
                        Map.of("message-status-callback-flow-ref", MESSAGE_STATUS), APPLICATION_CHANGED).when("it sends"),
        FlowScenario.of("update-application", "applicationSid='#[payload]'",
                        Map.of("sms-status-callback-flow-ref", MESSAGE_STATUS), APPLICATION_CHANGED).when("it sends as before"),
        FlowScenario.of("create-messaging-service", "friendlyName='#[payload]'", OF_SERVICE, SERVICE_CREATED),
        FlowScenario.of("create-messaging-service", "friendlyName='#[payload]' inbound-request-flow-ref='broken'",
                        Map.of("fallback-flow-ref", INBOUND_MESSAGE_FALLBACK), SERVICE_CREATED).when("flows fail"),
        FlowScenario.of("update-messaging-service", "messagingServiceSid='#[payload]'", OF_SERVICE, SERVICE_CHANGED),
        FlowScenario.of("update-messaging-service", "messagingServiceSid='#[payload]' inbound-request-flow-ref='broken'",
                        Map.of("fallback-flow-ref", INBOUND_MESSAGE_FALLBACK), SERVICE_CHANGED).when("flows fail"),
        FlowScenario.of("add-caller-id", "phoneNumber='#[payload]'", Map.of("status-callback-flow-ref", CALLER_ID_STATUS), MADE),
        FlowScenario.of("twiml-gather", "prompt='Press 1'", Map.of("action-flow-ref", CALL_INSTRUCTIONS), ASKED_BY_A_CALL),
        FlowScenario.of("twiml-record", "", Map.of("action-flow-ref", CALL_INSTRUCTIONS,
                                                   "recording-status-callback-flow-ref", RECORDING_STATUS), ASKED_BY_A_CALL),
        FlowScenario.of("twiml-dial", "number='+14155550199'", Map.of("action-flow-ref", CALL_INSTRUCTIONS,
                                                                      "status-callback-flow-ref", CALL_STATUS), ASKED_BY_A_CALL),
        FlowScenario.of("twiml-dial", "conference='meeting'", Map.of("action-flow-ref", CALL_INSTRUCTIONS,
                                                                     "status-callback-flow-ref", CONFERENCE_STATUS),
                        ASKED_BY_A_CALL).when("it is a conference"),
        FlowScenario.of("twiml-redirect", "", Map.of("url-flow-ref", CALL_INSTRUCTIONS), ASKED_BY_A_CALL),
        FlowScenario.of("twiml-message", "body='Welcome'", Map.of("status-callback-flow-ref", MESSAGE_STATUS),
                        ASKED_BY_A_MESSAGE),
        FlowScenario.of("callback-url", "kind='CALL_INSTRUCTIONS'", Map.of("flow-ref", CALL_INSTRUCTIONS), ASKED_BY_A_CALL)
            .then("<set-payload value=\"#['&lt;Response&gt;&lt;Redirect&gt;' ++ payload "
                + "++ '&lt;/Redirect&gt;&lt;/Response&gt;']\"/>"));
  }
}
