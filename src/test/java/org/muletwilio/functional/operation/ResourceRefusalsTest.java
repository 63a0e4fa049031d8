package org.muletwilio.functional.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.functional.support.ResourceAnswers;
import org.muletwilio.functional.support.TestApplication;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What operations refuse before anything is sent: they name themselves and the value. */
class ResourceRefusalsTest {

  private static final String PARTICIPANT = "add-participant conference='room' to='+15551234567' from='+15005550006' ";
  private static final String CALL = "make-call to='+15551234567' from='+15005550006' "
      + "twiml='&lt;Response/&gt;' ";
  private static final String NUMBER = "update-incoming-phone-number incomingPhoneNumberSid='" + ResourceAnswers.NUMBER + "' ";

  /** An operation in XML, the error's type and what its description must hold. */
  private enum Refusal {

    NO_CONFERENCE("add-participant conference='#[payload]' to='+15551234567' from='+15005550006'", "INVALID_REQUEST",
        "conference is empty"),
    FLOW_AND_URL(PARTICIPANT + "wait-url-flow-ref='known' waitUrl='https://example.com'", "INVALID_CALLBACK_URL", "'known'"),
    UNKNOWN_FLOW(PARTICIPANT + "conference-status-callback-flow-ref='nowhere'", "INVALID_CALLBACK_URL",
        "conference-status-callback-flow-ref is 'nowhere'"),
    NO_ADDRESS(PARTICIPANT + "statusCallbackUrl='example.com/status'", "INVALID_CALLBACK_URL",
        "statusCallbackUrl is 'example.com/status'"),
    NOTHING_RECORDED(PARTICIPANT + "recording-status-callback-flow-ref='known'", "INVALID_REQUEST", "'known'"),
    NOTHING_DETECTED(PARTICIPANT + "amd-status-callback-flow-ref='known'", "INVALID_REQUEST", "set machineDetection"),
    UNKNOWN_EVENT("start-recording callSid='" + ResourceAnswers.CALL + "' recordingStatusCallbackUrl='https://a.example' "
        + "recordingStatusCallbackEvents=\"#[['LOST']]\"", "INVALID_REQUEST", "holds 'LOST'"),
    EVENTS_WITHOUT_CALLBACK(PARTICIPANT + "conferenceStatusCallbackEvents=\"#[['JOIN']]\"", "INVALID_REQUEST", "[JOIN]"),
    TIMEOUT(PARTICIPANT + "timeout='4'", "INVALID_REQUEST", "timeout is 4 SECONDS: Twilio takes 5 to 600 seconds"),
    MAX_PARTICIPANTS(PARTICIPANT + "maxParticipants='251'", "INVALID_REQUEST", "maxParticipants is 251"),
    WAIT_METHOD(PARTICIPANT + "waitMethod='GET'", "INVALID_REQUEST", "waitMethod is GET"),
    NO_CALL("start-recording callSid='#[payload]'", "INVALID_REQUEST", "callSid is empty"),
    NO_CALL_TO_TRANSCRIBE("start-transcription callSid='#[payload]'", "INVALID_REQUEST", "callSid is empty"),
    NO_NUMBER("get-incoming-phone-number incomingPhoneNumberSid='#[payload]'", "INVALID_REQUEST",
        "incomingPhoneNumberSid is empty"),
    NOTHING_TO_BUY("buy-incoming-phone-number phoneNumber='#[payload]'", "INVALID_REQUEST", "set phoneNumber or areaCode"),
    VOICE_FLOW_AND_APPLICATION(NUMBER + "voice-url-flow-ref='known' voiceApplicationSid='AP1'", "INVALID_REQUEST", "'AP1'"),
    VOICE_FLOW_AND_TRUNK(NUMBER + "voice-fallback-flow-ref='known' trunkSid='TK1'", "INVALID_REQUEST", "'TK1'"),
    TRUNK_AND_APPLICATION(NUMBER + "voiceApplicationSid='AP1' trunkSid='TK1'", "INVALID_REQUEST", "'TK1'"),
    SMS_URL_AND_APPLICATION(NUMBER + "smsUrl='https://example.com' smsApplicationSid='AP2'", "INVALID_REQUEST", "'AP2'"),
    NO_APPLICATION("delete-application applicationSid='#[payload]'", "INVALID_REQUEST", "applicationSid is empty"),
    APPLICATION_FLOW_AND_URL("create-application sms-status-callback-flow-ref='known' smsStatusCallbackUrl='https://a.example'",
        "INVALID_CALLBACK_URL", "not both"),
    CALL_DELAY("add-caller-id phoneNumber='+15551234567' callDelay='61'", "INVALID_REQUEST", "callDelay is 61 SECONDS"),
    NO_INSTRUCTIONS("make-call to='+15551234567' from='+15005550006'", "INVALID_REQUEST", "has none"),
    TWO_INSTRUCTIONS(CALL + "url-flow-ref='known'", "INVALID_REQUEST", "has url-flow-ref 'known' and twiml '<Response/>'"),
    INSTRUCTIONS_AND_APPLICATION(CALL + "applicationSid='AP1'", "INVALID_REQUEST", "applicationSid 'AP1'"),
    INSTRUCTIONS_FLOW_AND_URL("make-call to='+15551234567' from='+15005550006' url-flow-ref='known' url='https://a.example'",
        "INVALID_REQUEST", "has url-flow-ref 'known' and url 'https://a.example'"),
    STATUS_FLOW_AND_URL(CALL + "status-callback-flow-ref='known' statusCallbackUrl='https://a.example'",
        "INVALID_CALLBACK_URL", "status-callback-flow-ref ('known') or statusCallbackUrl ('https://a.example'), not both"),
    RECORDING_OF_NOTHING(CALL + "recording-status-callback-flow-ref='known'", "INVALID_REQUEST",
        "recording-status-callback-flow-ref 'known' is to be told about a recording, but nothing is recorded"),
    DETECTION_BY_NOBODY(CALL + "asyncAmdStatusCallbackUrl='https://a.example'", "INVALID_REQUEST",
        "asyncAmdStatusCallbackUrl 'https://a.example' is to be told who answered"),
    DETECTION_TIMEOUT(CALL + "machineDetection='ENABLE' machineDetectionTimeout='1' machineDetectionTimeoutUnit='MINUTES'",
        "INVALID_REQUEST", "machineDetectionTimeout is 1 MINUTES: Twilio takes 3 to 59 seconds"),
    RINGING(CALL + "timeout='11' timeoutUnit='MINUTES'", "INVALID_REQUEST", "timeout is 11 MINUTES: Twilio takes 1 to 600"),
    EVENTS_OF_NOTHING(CALL + "recordingStatusCallbackEvents=\"#[['ABSENT']]\"", "INVALID_REQUEST", "[ABSENT]"),
    NOBODY_TO_CALL("make-call to='#[payload]' from='+15005550006' url-flow-ref='known'", "INVALID_REQUEST", "to is empty"),
    NO_CALL_TO_GET("get-call callSid='#[payload]'", "INVALID_REQUEST", "callSid is empty"),
    END_AND_INSTRUCTIONS("update-call callSid='" + ResourceAnswers.CALL + "' end='COMPLETED' url-flow-ref='known'",
        "INVALID_REQUEST", "for call '" + ResourceAnswers.CALL + "', and has url-flow-ref 'known' and end 'COMPLETED'"),
    PROSE_FOR_A_CALL("make-call to='+15551234567' from='+15005550006' twiml='Hello'", "INVALID_REQUEST", "twiml "),
    OTHER_XML_FOR_A_CALL("update-call callSid='" + ResourceAnswers.CALL + "' twiml='&lt;Answer/&gt;'", "INVALID_REQUEST",
        "<Answer>"),
    UNCLOSED_TWIML_FOR_A_CALL("update-call callSid='" + ResourceAnswers.CALL + "' twiml='&lt;Response&gt;'", "INVALID_REQUEST",
        "twiml "),
    NO_MESSAGE("get-message messageSid='#[payload]'", "INVALID_REQUEST", "messageSid is empty"),
    STATUS_AND_APPLICATION("send-message to='+15551234567' from='+15005550006' body='x' applicationSid='AP1' "
        + "status-callback-flow-ref='known'", "INVALID_REQUEST", "'AP1'"),
    PAGE_SIZE("list-applications pageSize='1001'", "INVALID_REQUEST", "pageSize is 1001: Twilio takes 1 to 1000");

    private final String xml;
    private final String error;
    private final String description;

    Refusal(String xml, String error, String description) {
      this.xml = xml;
      this.error = error;
      this.description = description;
    }

    String operation() {
      return "twilio:" + xml.split(" ")[0];
    }

    /** In a sub-flow nothing is refused before it runs. */
    String element() {
      return "<flow name='" + name() + "'><flow-ref name='sub-" + name() + "'/></flow><sub-flow name='sub-" + name()
          + "'><twilio:" + xml + " config-ref='Twilio'/></sub-flow>";
    }
  }

  private static TwilioSimulator simulator;
  private static EmbeddedMule mule;

  @BeforeAll
  static void start() {
    simulator = simulator();
    mule = application(simulator, freePort(), flow("known")
        + Stream.of(Refusal.values()).map(Refusal::element).collect(Collectors.joining())).start();
  }

  @AfterAll
  static void stop() {
    mule.close();
    simulator.close();
  }

  @ParameterizedTest
  @EnumSource
  void isRefusedBeforeAnythingIsSent(Refusal refusal) {
    FlowFailedException failure = assertThrows(FlowFailedException.class, () -> mule.run(refusal.name(), ""));

    assertEquals("TWILIO:" + refusal.error, failure.errorType(), failure.description());
    assertTrue(failure.description().startsWith(refusal.operation() + ":"), failure.description());
    assertTrue(failure.description().contains(refusal.description), failure.description());
    assertTrue(simulator.requests().stream().allMatch(each -> each.path().endsWith("/" + TestApplication.ACCOUNT + ".json")),
               simulator.requests().toString());
  }
}
