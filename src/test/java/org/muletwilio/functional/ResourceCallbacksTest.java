package org.muletwilio.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.ResourceAnswers.APPLICATION;
import static org.muletwilio.functional.ResourceAnswers.CALL;
import static org.muletwilio.functional.ResourceAnswers.NUMBER;
import static org.muletwilio.functional.ResourceAnswers.answerNext;
import static org.muletwilio.functional.ResourceAnswers.last;
import static org.muletwilio.functional.TestApplication.SOON;
import static org.muletwilio.functional.TestApplication.TOKEN;
import static org.muletwilio.functional.TestApplication.application;
import static org.muletwilio.functional.TestApplication.freePort;
import static org.muletwilio.functional.TestApplication.simulator;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowRun;
import org.muletwilio.testkit.twilio.ApiExchange;
import org.muletwilio.testkit.twilio.Form;
import org.muletwilio.testkit.twilio.TwilioSimulator;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each flow that an operation on conferences, recordings, numbers, applications and caller IDs names: the address that Twilio is
 * given runs it.
 */
class ResourceCallbacksTest {

  private static final String NUMBER_REFS = "VoiceUrl voice-url CALL_INSTRUCTIONS, VoiceFallbackUrl voice-fallback CALL_FALLBACK, "
      + "SmsUrl sms-url INBOUND_MESSAGE, SmsFallbackUrl sms-fallback INBOUND_MESSAGE_FALLBACK, "
      + "StatusCallback status-callback CALL_STATUS";
  private static final String APPLICATION_REFS = NUMBER_REFS + ", SmsStatusCallback sms-status-callback MESSAGE_STATUS, "
      + "MessageStatusCallback message-status-callback MESSAGE_STATUS";

  /** An operation in XML, where it goes, what Twilio answers, and its fields of Twilio with attributes and kinds. */
  private enum Operation {

    ADD_PARTICIPANT("add-participant conference='room' to='+15551234567' from='+15005550006' record='true' "
        + "conferenceRecord='RECORD_FROM_START' machineDetection='ENABLE'", "/Conferences/room/Participants.json",
        ResourceAnswers.participant(), "StatusCallback status-callback CALL_STATUS, "
            + "ConferenceStatusCallback conference-status-callback CONFERENCE_STATUS, "
            + "RecordingStatusCallback recording-status-callback RECORDING_STATUS, "
            + "ConferenceRecordingStatusCallback conference-recording-status-callback RECORDING_STATUS, "
            + "AmdStatusCallback amd-status-callback MACHINE_DETECTION, WaitUrl wait-url CONFERENCE_WAIT"),
    START_RECORDING("start-recording callSid='" + CALL + "'", "/Calls/" + CALL + "/Recordings.json",
        ResourceAnswers.recording(), "RecordingStatusCallback recording-status-callback RECORDING_STATUS"),
    START_TRANSCRIPTION("start-transcription callSid='" + CALL + "'", "/Calls/" + CALL + "/Transcriptions.json",
        ResourceAnswers.transcription(), "StatusCallbackUrl status-callback TRANSCRIPTION_STATUS"),
    BUY_NUMBER("buy-incoming-phone-number areaCode='415'", "/IncomingPhoneNumbers.json",
        ResourceAnswers.number("+14155550100"), NUMBER_REFS),
    UPDATE_NUMBER("update-incoming-phone-number incomingPhoneNumberSid='" + NUMBER + "'",
        "/IncomingPhoneNumbers/" + NUMBER + ".json", ResourceAnswers.number("+14155550100"), NUMBER_REFS),
    CREATE_APPLICATION("create-application friendlyName='Hotline'", "/Applications.json",
        ResourceAnswers.application("Hotline"), APPLICATION_REFS),
    UPDATE_APPLICATION("update-application applicationSid='" + APPLICATION + "'", "/Applications/" + APPLICATION + ".json",
        ResourceAnswers.application("Hotline"), APPLICATION_REFS),
    ADD_CALLER_ID("add-caller-id phoneNumber='+15551234567'", "/OutgoingCallerIds.json", ResourceAnswers.validation(),
        "StatusCallback status-callback CALLER_ID_STATUS");

    private final String xml;
    private final String path;
    private final Map<String, Object> answer;
    private final List<String[]> references;

    Operation(String xml, String path, Map<String, Object> answer, String references) {
      this.xml = xml;
      this.path = path;
      this.answer = answer;
      this.references = Arrays.stream(references.split(", ")).map(each -> each.split(" ")).toList();
    }

    String elements() {
      String attributes = references.stream().map(each -> each[1] + "-flow-ref='" + flowOf(each[1]) + "'")
          .collect(Collectors.joining(" "));
      String flows = references.stream().map(each -> "<flow name='" + flowOf(each[1]) + "'>"
          + "<set-payload value='&lt;Response/&gt;'/></flow>").collect(Collectors.joining());
      return "<flow name='" + name() + "'><twilio:" + xml + " " + attributes + " config-ref='Twilio'><twilio:callback-contexts>"
          + "<twilio:callback-context key='from' value='" + name() + "'/></twilio:callback-contexts></twilio:"
          + xml.split(" ")[0] + "></flow>" + flows;
    }

    String flowOf(String attribute) {
      return name() + "-" + attribute;
    }
  }

  private static TwilioSimulator simulator;
  private static EmbeddedMule mule;

  @BeforeAll
  static void start() {
    simulator = simulator();
    mule = application(simulator, freePort(),
                       Stream.of(Operation.values()).map(Operation::elements).collect(Collectors.joining())).start();
  }

  @AfterAll
  static void stop() {
    mule.close();
    simulator.close();
  }

  static Stream<Arguments> references() {
    return Stream.of(Operation.values()).flatMap(operation -> operation.references.stream()
        .map(each -> Arguments.of(operation, each[0], each[1], CallbackKind.valueOf(each[2]))));
  }

  @ParameterizedTest
  @MethodSource("references")
  void theAddressForTwilioRunsTheFlow(Operation operation, String field, String attribute, CallbackKind kind) {
    ApiExchange request;
    String sender;
    synchronized (simulator) {
      answerNext(simulator, 201, operation.answer);
      sender = mule.run(operation.name(), "x").correlationId();
      request = last(simulator);
    }
    assertEquals("POST", request.method());
    assertTrue(request.path().endsWith(operation.path), request.path());

    Form fields = Form.of("CallSid", CALL, "CallStatus", "ringing");
    int status = simulator.forge(request.field(field)).fields(fields).signedBy(TOKEN).send().status();

    assertEquals(kind.isAnsweredWithTwiml() ? 200 : 204, status);
    FlowRun run = mule.awaitRun(operation.flowOf(attribute), FlowRun::succeeded, SOON);
    CallbackAttributes attributes = (CallbackAttributes) run.attributes();
    assertEquals(kind, attributes.getKind());
    assertEquals(Map.of("from", operation.name()), attributes.getContext());
    assertTrue(mule.runs(operation.flowOf(attribute)).stream().anyMatch(each -> sender.equals(
        ((CallbackAttributes) each.attributes()).getCorrelationId())), sender);
  }
}
