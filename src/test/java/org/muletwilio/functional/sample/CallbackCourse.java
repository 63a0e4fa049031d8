package org.muletwilio.functional.sample;

import static org.muletwilio.functional.sample.CourseFlows.NUMBER;
import static org.muletwilio.functional.sample.CourseFlows.call;
import static org.muletwilio.functional.sample.CourseFlows.sid;
import static org.muletwilio.functional.support.TestApplication.ACCOUNT;
import static org.muletwilio.functional.support.TestApplication.SOON;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.api.resource.Call;
import org.muletwilio.api.resource.Participant;
import org.muletwilio.functional.support.Http;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.script.CallScript;
import org.muletwilio.simulator.script.MessageOutcome;
import org.muletwilio.testkit.mule.FlowRun;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Has Twilio call back about everything once: what the simulator does by itself, and the rest as Twilio documents it, signed as
 * the simulator signs.
 */
final class CallbackCourse extends CourseApplication {

  static final String RECIPIENT = "+15551234567";
  /** The samples' names where a callback has no status. */
  private static final Map<CallbackKind, String> WITHOUT_STATUS =
      Map.of(CallbackKind.CONFERENCE_WAIT, "waiting", CallbackKind.TASK_ASSIGNMENT, "reserved", CallbackKind.PROXY_INTERCEPT,
             "message", CallbackKind.EVENT, "delivered", CallbackKind.CONNECT_AUTHORIZATION, "authorized",
             CallbackKind.CONNECT_DEAUTHORIZATION, "deauthorized");

  /** @return the runs of all flows that Twilio called back, by the samples' names */
  Map<String, FlowRun> take() throws Exception {
    messages();
    calls();
    conference();
    documented();
    Map<String, FlowRun> runs = new LinkedHashMap<>();
    for (CallbackKind kind : CallbackKind.values()) {
      for (FlowRun run : mule.runs(kind.getPathSegment())) {
        String name = Optional.ofNullable(((CallbackAttributes) run.attributes()).getStatus()).orElse(WITHOUT_STATUS.get(kind));
        runs.putIfAbsent(kind.getPathSegment() + "/" + name, run);
      }
    }
    for (String name : List.of("digits", "speech", "recorded", "dialed")) {
      runs.put("call-instructions/" + name, mule.awaitRun(name, run -> true, SOON));
    }
    runs.put("inbound-message/media", mule.awaitRun("media", run -> true, SOON));
    return runs;
  }

  private void messages() throws Exception {
    for (MessageOutcome outcome : List.of(MessageOutcome.read(), MessageOutcome.undelivered(30003),
        MessageOutcome.failed(30007))) {
      twilio.script().outcome(RECIPIENT, outcome);
      run("send", RECIPIENT);
    }
    FlowRun sent = await("message-status", "sent");
    again(sent, Map.of("MessageStatus", "queued", "SmsStatus", "queued"));
    run("buy-inbound-message", "+15005550007");
    twilio.receiveMessage(RECIPIENT, "+15005550007", "Hello");
    run("buy-media", "+15005550008");
    twilio.receiveMessage(RECIPIENT, "+15005550008", "A photo", "https://example.com/photo.jpg");
    run("buy-inbound-message-fallback", "+15005550009");
    twilio.receiveMessage(RECIPIENT, "+15005550009", "Hello");
    idle();
  }

  private void calls() throws Exception {
    run("call", RECIPIENT);
    for (CallScript script : List.of(CallScript.busy(), CallScript.noAnswer(), CallScript.failed())) {
      twilio.script().call(RECIPIENT, script);
      run("call", RECIPIENT);
    }
    twilio.script().call(RECIPIENT, CallScript.answered().presses("1").says("yes please"));
    again(await("call-status", "busy"), Map.of("CallStatus", "canceled"));
    run("ask-digits", RECIPIENT);
    run("ask-speech", RECIPIENT);
    run("record-answer", RECIPIENT);
    run("dial", RECIPIENT);
    run("broken-call", RECIPIENT);
    run("buy-call-instructions", "+15005550010");
    twilio.receiveCall(RECIPIENT, "+15005550010");
    run("recorded-call", RECIPIENT);
    FlowRun recording = await("recording-status", "completed");
    again(recording, Map.of("RecordingStatus", "absent", "RecordingDuration", "", "RecordingUrl", ""));
    again(recording, Map.of("RecordingStatus", "failed"));
    for (String who : List.of("human", "machine_start", "fax", "unknown")) {
      twilio.script().call(RECIPIENT, CallScript.answered().answeredBy(who));
      run("detecting-call", RECIPIENT);
    }
    for (String who : List.of("machine_end_beep", "machine_end_silence", "machine_end_other")) {
      again(await("machine-detection", "machine_start"), Map.of("AnsweredBy", who));
    }
    transcription();
    run("verify", RECIPIENT);
    FlowRun verified = await("caller-id-status", "success");
    again(verified, Map.of("VerificationStatus", "failed", "OutgoingCallerIdSid", ""));
    idle();
  }

  private void transcription() throws Exception {
    twilio.script().call(RECIPIENT, CallScript.answered());
    String sid = ((Call) mule.run("long-call", RECIPIENT).payload()).getSid();
    twilio.awaitCalls(calls -> calls.stream().anyMatch(call -> call.sid().equals(sid) && call.status().equals("in-progress")),
        SOON);
    mule.run("transcribe", sid);
    await("transcription-status", "transcription-content");
    twilio.hangUp(sid);
    FlowRun stopped = await("transcription-status", "transcription-stopped");
    again(stopped, Map.of("TranscriptionEvent", "transcription-error", "TranscriptionError", "the engine is busy",
                          "TranscriptionErrorCode", "32650"));
    for (String status : List.of("completed", "failed")) {
      send(urlOf(stopped), Form.of("AccountSid", ACCOUNT, "ApiVersion", "2010-04-01", "CallSid", sid, "From", NUMBER, "To",
          RECIPIENT,
          "RecordingSid", "RE" + "0".repeat(31) + "1", "RecordingUrl", "https://api.twilio.com/2010-04-01/Accounts/" + ACCOUNT
              + "/Recordings/RE" + "0".repeat(31) + "1", "TranscriptionSid", "TR" + "0".repeat(31)
              + (status.equals("failed") ? "2" : "1"),
          "TranscriptionStatus", status, "TranscriptionText", status.equals("failed") ? "" : "Hello", "TranscriptionType", "fast",
          "TranscriptionUrl", "https://api.twilio.com/2010-04-01/Accounts/" + ACCOUNT + "/Transcriptions/TR"
          + "0".repeat(31) + "1"));
    }
  }

  private void conference() throws Exception {
    Participant waiting = (Participant) mule.run("wait", RECIPIENT).payload();
    mule.awaitRun("conference-wait", run -> true, SOON);
    twilio.hangUp(waiting.getCallSid());
    Participant participant = (Participant) mule.run("join", RECIPIENT).payload();
    FlowRun joined = await("conference-status", "participant-join");
    twilio.hangUp(participant.getCallSid());
    await("conference-status", "conference-end");
    int sequence = 3;
    for (String event : List.of("participant-mute", "participant-unmute", "participant-hold", "participant-unhold",
                                "participant-modify", "participant-speech-start", "participant-speech-stop",
                                "announcement-end")) {
      again(joined, Map.of("StatusCallbackEvent", event, "SequenceNumber", String.valueOf(sequence++), "Muted",
                           String.valueOf(event.equals("participant-mute")), "Hold",
                           String.valueOf(event.equals("participant-hold"))));
    }
    idle();
  }

  private void documented() throws Exception {
    send(address("TASK_ASSIGNMENT"), Form.of("AccountSid", ACCOUNT, "WorkspaceSid", sid("WS"), "WorkflowSid", sid("WW"),
        "TaskQueueSid",
        sid("WQ"), "WorkerSid", sid("WK"), "WorkerAttributes", "{\"languages\": [\"en\"]}", "TaskSid",
        sid("WT"),
        "TaskAge", "2", "TaskPriority", "0", "TaskAttributes", "{\"type\": \"order\"}", "ReservationSid", sid("WR"), "Timestamp",
        "1767261600"));
    Form action = Form.of("AccountSid", ACCOUNT, "Source", "SMS", "Attributes", "{}");
    send(address("CONVERSATION_PRE_EVENT"), action.plus(Form.of("EventType", "onMessageAdd", "ConversationSid", sid("CH"),
        "Body", "Hello",
        "Author", RECIPIENT, "ParticipantSid", sid("MB"))));
    send(address("CONVERSATION_PRE_EVENT"), action.plus(Form.of("EventType", "onConversationAdd", "FriendlyName", "Order 4711",
        "ChatServiceSid", sid("IS"), "MessagingServiceSid", sid("MG"), "MessagingBinding.ProxyAddress", NUMBER,
        "MessagingBinding.Address", RECIPIENT, "MessageBody", "Hello", "State", "active")));
    send(address("CONVERSATION_PRE_EVENT"), action.plus(Form.of("EventType", "onParticipantAdd", "ConversationSid", sid("CH"),
        "RoleSid",
        sid("RL"), "MessagingBinding.ProxyAddress", NUMBER, "MessagingBinding.Address", RECIPIENT, "MessagingBinding.Type",
            "SMS")));
    send(address("PROXY_INTERCEPT"), Form.of("interactionSid", sid("KI"), "interactionAccountSid", ACCOUNT,
        "interactionServiceSid",
        sid("KS"), "interactionSessionSid", sid("KC"), "interactionType", "Message", "interactionData", "{\"body\":\"Hello\"}",
        "interactionDateCreated", "2026-01-01T10:00:00Z", "interactionDateUpdated", "2026-01-01T10:00:00Z",
            "inboundParticipantSid",
        sid("KP"), "inboundResourceSid", sid("SM"), "inboundResourceStatus", "received", "inboundResourceType", "Message",
        "inboundResourceUrl", "https://api.twilio.com/2010-04-01/Accounts/" + ACCOUNT + "/Messages/" + sid("SM") + ".json"));
    twilio.sendEvent(address("EVENT"),
        "[{\"specversion\":\"1.0\",\"type\":\"com.twilio.messaging.message.delivered\",\"source\":\"/"
        + ACCOUNT + "/Messages/" + sid("SM") + "\",\"id\":\"" + sid("EZ")
        + "\",\"datacontenttype\":\"application/json\",\"time\":"
        + "\"2026-01-01T10:00:00.000Z\",\"data\":{\"messageSid\":\"" + sid("SM") + "\",\"messageStatus\":\"DELIVERED\"}}]");
    send(address("WEBHOOK"), Form.of("AccountSid", ACCOUNT, "EventType", "onMessageAdded", "ConversationSid", sid("CH")));
    for (String outcome : List.of("AccountSid=" + ACCOUNT, "error=unauthorized_client")) {
      String authorize = mule.run("authorize", "x").payload().toString();
      Http.get(address("CONNECT_AUTHORIZATION") + "&" + outcome + "&state="
          + authorize.substring(authorize.indexOf("state=") + "state=".length()));
    }
    Http.send("POST", address("CONNECT_DEAUTHORIZATION"), "AccountSid=" + ACCOUNT + "&ConnectAppSid=" + sid("CN"));
  }
}
