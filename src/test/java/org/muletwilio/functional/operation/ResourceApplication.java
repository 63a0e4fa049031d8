package org.muletwilio.functional.operation;

import static org.muletwilio.functional.support.ResourceAnswers.APPLICATION;
import static org.muletwilio.functional.support.ResourceAnswers.CALL;
import static org.muletwilio.functional.support.ResourceAnswers.NUMBER;
import static org.muletwilio.functional.support.ResourceAnswers.answerNext;
import static org.muletwilio.functional.support.ResourceAnswers.last;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.testkit.mule.EmbeddedMule;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** An application with flows for operations on resources. */
abstract class ResourceApplication {

  static TwilioSimulator simulator;
  static EmbeddedMule mule;

  @BeforeAll
  static void start() {
    simulator = simulator();
    mule = application(simulator, freePort(), flow("add-participant", "add-participant conference='room' to='client:ada' "
        + "from='+15005550006' label='agent' muted='true' beep='ON_ENTER' timeout='30' callSidToCoach='" + CALL + "' "
        + "jitterBufferSize='SMALL' statusCallbackUrl='https://example.com/status' waitUrl='https://example.com/music.mp3' "
        + "waitMethod='GET' record='true' recordingChannels='DUAL' recordingTrack='INBOUND' trim='DO_NOT_TRIM' "
        + "conferenceRecord='RECORD_FROM_START' conferenceTrim='TRIM_SILENCE' machineDetection='DETECT_MESSAGE_END' "
        + "machineDetectionTimeout='20' passports='{}' "
        + "clientNotificationUrl='https://example.com/notify' timeLimit='2' timeLimitUnit='HOURS' callerDisplayName='Desk'",
        "<twilio:status-callback-events><twilio:status-callback-event value='RINGING'/>"
            + "<twilio:status-callback-event value='ANSWERED'/></twilio:status-callback-events>")
        + flow("start-recording", "start-recording callSid='" + CALL + "' channels='DUAL' track='BOTH' trim='TRIM_SILENCE' "
            + "recordingStatusCallbackUrl='https://example.com/r' "
            + "recordingStatusCallbackEvents=\"#[['IN_PROGRESS', 'ABSENT']]\"", "")
        + flow("start-transcription", "start-transcription callSid='" + CALL + "' transcriptionName='hotline' track='INBOUND' "
            + "language='en-GB' engine='deepgram' partialResults='true' profanityFilter='false'",
            "<twilio:hints><twilio:hint value='Mule'/><twilio:hint value='flow reference'/></twilio:hints>")
        + flow("get", "get-incoming-phone-number incomingPhoneNumberSid='" + NUMBER + "'", "")
        + flow("buy", "buy-incoming-phone-number phoneNumber='+14155550100' friendlyName='Support' voiceReceiveMode='FAX' "
            + "emergencyStatus='INACTIVE' voiceCallerIdLookup='ON'", "")
        + flow("clear", "update-incoming-phone-number incomingPhoneNumberSid='" + NUMBER + "' smsUrl=\"#['']\" "
            + "voiceApplicationSid=\"#['']\" voiceUrl='https://example.com/voice'", "")
        + flow("release", "release-incoming-phone-number incomingPhoneNumberSid='" + NUMBER + "'", "")
        + flow("create-application", "create-application friendlyName='Hotline' publicApplicationConnectEnabled='OFF'", "")
        + flow("get-application", "get-application applicationSid='" + APPLICATION + "'", "")
        + flow("delete-application", "delete-application applicationSid='" + APPLICATION + "'", "")
        + flow("add-caller-id", "add-caller-id phoneNumber='+15551234567' friendlyName='Front desk' callDelay='5000' "
            + "callDelayUnit='MILLISECONDS' extension='12'", "")
        + list("numbers", "list-incoming-phone-numbers friendlyName='Support' phoneNumber='+1415*' origin='HOSTED' "
            + "beta='false' pageSize='2'", "phoneNumber")
        + list("applications", "list-applications", "friendlyName")).start();
  }

  @AfterAll
  static void stop() {
    mule.close();
    simulator.close();
  }

  static String flow(String name, String operation, String children) {
    return "<flow name='" + name + "'><twilio:" + operation + " config-ref='Twilio'>" + children + "</twilio:"
        + operation.split(" ")[0] + "></flow>";
  }

  static String list(String name, String operation, String property) {
    return "<flow name='" + name + "'><set-variable variableName='seen' value=''/><twilio:" + operation
        + " config-ref='Twilio'/><foreach>"
        + "<set-variable variableName='seen' value=\"#[vars.seen ++ payload." + property + " ++ ' ']\"/></foreach></flow>";
  }

  static Object run(String flow, int status, Object answer) {
    answerNext(simulator, status, answer);
    return mule.run(flow, "x").payload();
  }

  static Map<String, List<String>> sent() {
    Form form = last(simulator).request().form();
    return form.fields().stream().map(Form.Field::name).distinct()
        .collect(Collectors.toMap(name -> name, form::all));
  }
}
