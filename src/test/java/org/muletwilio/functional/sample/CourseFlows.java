package org.muletwilio.functional.sample;

import org.muletwilio.api.callback.CallbackKind;

import java.util.List;

/** The flows of that application. */
final class CourseFlows {

  static final String NUMBER = "+15005550006";
  static final String ALL_OF_CALL = "statusCallbackEvents=\"#[['INITIATED', 'RINGING', 'ANSWERED', 'COMPLETED']]\" ";

  private CourseFlows() {}

  static String sid(String prefix) {
    return prefix + "0".repeat(31) + "1";
  }

  static String elements() {
    StringBuilder elements = new StringBuilder();
    for (CallbackKind kind : CallbackKind.values()) {
      String answer = kind.isAnsweredWithTwiml() ? "<set-payload value='&lt;Response/&gt;'/>"
          : "<logger level='DEBUG' message='#[attributes]'/>";
      elements.append(flow(kind.getPathSegment(), kind == CallbackKind.TASK_ASSIGNMENT
          || kind == CallbackKind.CONVERSATION_PRE_EVENT
          ? "<set-payload value='#[null]'/>" : answer));
      elements.append(flow("address-" + kind, "<twilio:callback-url config-ref='Twilio' kind='" + kind + "' flow-ref='"
          + kind.getPathSegment() + "'/>"));
    }
    for (String flow : List.of("digits", "speech", "recorded", "dialed", "media")) {
      elements.append(flow(flow, "<set-payload value='&lt;Response/&gt;'/>"));
    }
    return elements + flow("broken", "<raise-error type='APP:BROKEN' description='broken on purpose'/>")
        + flow("gather-digits", "<twilio:twiml-gather config-ref='Twilio' prompt='Press 1' action-flow-ref='digits'/>")
        + flow("gather-speech", "<twilio:twiml-gather config-ref='Twilio' prompt='Say yes' input='SPEECH' "
        + "action-flow-ref='speech'/>")
        + flow("record", "<twilio:twiml-record config-ref='Twilio' action-flow-ref='recorded'/>")
        + flow("dial-another", "<twilio:twiml-dial config-ref='Twilio' number='+14155550199' action-flow-ref='dialed'/>")
        + flow("pause", "<set-payload value='&lt;Response&gt;&lt;Pause length=\"2\"/&gt;&lt;/Response&gt;'/>")
        + flow("send", "<twilio:send-message config-ref='Twilio' from='" + NUMBER + "' to='#[payload]' body='Hello' "
            + "status-callback-flow-ref='message-status'/>")
        + buy("inbound-message", "sms-url-flow-ref='inbound-message'") + buy("media", "sms-url-flow-ref='media'")
        + buy("inbound-message-fallback", "sms-url-flow-ref='broken' sms-fallback-flow-ref='inbound-message-fallback'")
        + buy("call-instructions", "voice-url-flow-ref='call-instructions'")
        + call("call", "url-flow-ref='call-instructions' status-callback-flow-ref='call-status' " + ALL_OF_CALL)
        + call("ask-digits", "url-flow-ref='gather-digits'") + call("ask-speech", "url-flow-ref='gather-speech'")
        + call("record-answer", "url-flow-ref='record'") + call("dial", "url-flow-ref='dial-another'")
        + call("broken-call", "url-flow-ref='broken' fallback-flow-ref='call-fallback'")
        + call("recorded-call", "url-flow-ref='pause' record='true' recording-status-callback-flow-ref='recording-status' "
            + "recordingStatusCallbackEvents=\"#[['IN_PROGRESS', 'COMPLETED', 'ABSENT']]\"")
        + call("detecting-call",
        "url-flow-ref='pause' machineDetection='ENABLE' async-amd-status-callback-flow-ref='machine-detection'")
        + call("long-call", "twiml='&lt;Response&gt;&lt;Pause length=\"100000\"/&gt;&lt;/Response&gt;'")
        + flow("transcribe", "<twilio:start-transcription config-ref='Twilio' callSid='#[payload]' "
            + "status-callback-flow-ref='transcription-status'/>")
        + flow("verify", "<twilio:add-caller-id config-ref='Twilio' phoneNumber='#[payload]' "
        + "status-callback-flow-ref='caller-id-status'/>")
        + flow("join", "<twilio:add-participant config-ref='Twilio' conference='room' to='#[payload]' from='" + NUMBER + "' "
            + "conference-status-callback-flow-ref='conference-status' "
            + "conferenceStatusCallbackEvents=\"#[['START', 'END', 'JOIN', 'LEAVE', 'MUTE', 'HOLD']]\"/>")
        + flow("wait", "<twilio:add-participant config-ref='Twilio' conference='waiting room' to='#[payload]' from='"
        + NUMBER + "' "
            + "startConferenceOnEnter='false' wait-url-flow-ref='conference-wait'/>")
        + flow("authorize", "<twilio:authorize-url config-ref='Twilio' connectAppSid='" + sid("CN")
            + "' flow-ref='connect-authorization'/>");
  }

  static String flow(String name, String elements) {
    return "<flow name='" + name + "'>" + elements + "</flow>";
  }

  static String call(String name, String attributes) {
    return flow(name, "<twilio:make-call config-ref='Twilio' to='#[payload]' from='" + NUMBER + "' " + attributes + "/>");
  }

  static String buy(String name, String attributes) {
    return flow("buy-" + name, "<twilio:buy-incoming-phone-number config-ref='Twilio' phoneNumber='#[payload]' "
        + attributes + "/>");
  }
}
