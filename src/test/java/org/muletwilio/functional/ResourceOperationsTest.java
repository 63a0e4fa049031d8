package org.muletwilio.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.ResourceAnswers.APPLICATION;
import static org.muletwilio.functional.ResourceAnswers.CALL;
import static org.muletwilio.functional.ResourceAnswers.NUMBER;
import static org.muletwilio.functional.ResourceAnswers.answerNext;
import static org.muletwilio.functional.ResourceAnswers.last;
import static org.muletwilio.functional.TestApplication.ACCOUNT;
import static org.muletwilio.functional.TestApplication.application;
import static org.muletwilio.functional.TestApplication.freePort;
import static org.muletwilio.functional.TestApplication.simulator;

import org.muletwilio.api.resource.Application;
import org.muletwilio.api.resource.CallerIdValidation;
import org.muletwilio.api.resource.IncomingPhoneNumber;
import org.muletwilio.api.resource.Participant;
import org.muletwilio.api.resource.Recording;
import org.muletwilio.api.resource.Transcription;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.api.ApiExchange;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What operations on conferences, recordings, numbers, applications and caller IDs send, and what flows get from them. */
class ResourceOperationsTest {

  private static TwilioSimulator simulator;
  private static EmbeddedMule mule;

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

  private static String flow(String name, String operation, String children) {
    return "<flow name='" + name + "'><twilio:" + operation + " config-ref='Twilio'>" + children + "</twilio:"
        + operation.split(" ")[0] + "></flow>";
  }

  private static String list(String name, String operation, String property) {
    return "<flow name='" + name + "'><set-variable variableName='seen' value=''/><twilio:" + operation
        + " config-ref='Twilio'/><foreach>"
        + "<set-variable variableName='seen' value=\"#[vars.seen ++ payload." + property + " ++ ' ']\"/></foreach></flow>";
  }

  private static Object run(String flow, int status, Object answer) {
    answerNext(simulator, status, answer);
    return mule.run(flow, "x").payload();
  }

  private static Map<String, List<String>> sent() {
    Form form = last(simulator).request().form();
    return form.fields().stream().map(Form.Field::name).distinct()
        .collect(Collectors.toMap(name -> name, form::all));
  }

  @Test
  void aParticipantIsCalledAsAskedFor() {
    Participant participant = (Participant) run("add-participant", 201, ResourceAnswers.participant());

    assertEquals(Map.ofEntries(
        Map.entry("From", List.of("+15005550006")), Map.entry("To", List.of("client:ada")), Map.entry("Label", List.of("agent")),
        Map.entry("Muted", List.of("true")), Map.entry("Beep", List.of("onEnter")), Map.entry("Timeout", List.of("30")),
        Map.entry("StartConferenceOnEnter", List.of("true")), Map.entry("EndConferenceOnExit", List.of("false")),
        Map.entry("EarlyMedia", List.of("true")), Map.entry("Coaching", List.of("true")),
        Map.entry("CallSidToCoach", List.of(CALL)), Map.entry("JitterBufferSize", List.of("small")),
        Map.entry("StatusCallback", List.of("https://example.com/status")),
        Map.entry("StatusCallbackEvent", List.of("ringing", "answered")),
        Map.entry("WaitUrl", List.of("https://example.com/music.mp3")), Map.entry("WaitMethod", List.of("GET")),
        Map.entry("Record", List.of("true")), Map.entry("RecordingChannels", List.of("dual")),
        Map.entry("RecordingTrack", List.of("inbound")), Map.entry("Trim", List.of("do-not-trim")),
        Map.entry("ConferenceRecord", List.of("record-from-start")), Map.entry("ConferenceTrim", List.of("trim-silence")),
        Map.entry("MachineDetection", List.of("DetectMessageEnd")), Map.entry("MachineDetectionTimeout", List.of("20")),
        Map.entry("Passports", List.of("{}")), Map.entry("ClientNotificationUrl", List.of("https://example.com/notify")),
        Map.entry("TimeLimit", List.of("7200")), Map.entry("CallerDisplayName", List.of("Desk"))), sent());
    assertEquals(CALL, participant.getCallSid());
    assertEquals("queued", participant.getStatus());
    assertEquals(1000, participant.getQueueTime());
    assertEquals(2011, participant.getDateCreated().getYear());
  }

  @Test
  void aRecordingStartsAsAskedFor() {
    Recording recording = (Recording) run("start-recording", 201, ResourceAnswers.recording());

    assertEquals(Map.of("RecordingChannels", List.of("dual"), "RecordingTrack", List.of("both"), "Trim", List.of("trim-silence"),
                        "RecordingStatusCallback", List.of("https://example.com/r"),
                        "RecordingStatusCallbackEvent", List.of("in-progress", "absent")), sent());
    assertEquals("StartCallRecordingAPI", recording.getSource());
    assertEquals(2, recording.getChannels());
    assertNull(recording.getDuration());
  }

  @Test
  void aTranscriptionStartsAsAskedFor() {
    Transcription transcription = (Transcription) run("start-transcription", 201, ResourceAnswers.transcription());

    assertEquals(Map.of("Name", List.of("hotline"), "Track", List.of("inbound_track"), "LanguageCode", List.of("en-GB"),
                        "TranscriptionEngine", List.of("deepgram"), "PartialResults", List.of("true"),
                        "ProfanityFilter", List.of("false"), "Hints", List.of("Mule,flow reference")), sent());
    assertEquals("hotline", transcription.getName());
    assertEquals("in-progress", transcription.getStatus());
  }

  @Test
  void aNumberIsRead() {
    IncomingPhoneNumber number = (IncomingPhoneNumber) run("get", 200, ResourceAnswers.number("+14155550100"));

    assertEquals("+14155550100", number.getPhoneNumber());
    assertEquals("https://example.com/voice", number.getVoiceUrl());
    assertNull(number.getSmsUrl());
    assertNull(number.getVoiceApplicationSid());
    assertTrue(number.getCapabilities().isSms());
    assertFalse(number.getCapabilities().isFax());
  }

  @Test
  void aNumberIsBoughtWithoutFlows() {
    run("buy", 201, ResourceAnswers.number("+14155550100"));

    assertEquals(Map.of("PhoneNumber", List.of("+14155550100"), "FriendlyName", List.of("Support"), "EmergencyStatus",
                        List.of("Inactive"), "VoiceReceiveMode", List.of("fax"), "VoiceCallerIdLookup", List.of("true")), sent());
  }

  @Test
  void anEmptyTextTakesAnAddressAway() {
    run("clear", 200, ResourceAnswers.number("+14155550100"));

    assertEquals(Map.of("SmsUrl", List.of(""), "SmsMethod", List.of("POST"), "VoiceApplicationSid", List.of(""),
                        "VoiceUrl", List.of("https://example.com/voice"), "VoiceMethod", List.of("POST")), sent());
  }

  @Test
  void aNumberIsReleased() {
    run("release", 204, null);

    assertEquals("DELETE", last(simulator).method());
    assertTrue(last(simulator).path().endsWith("/Accounts/" + ACCOUNT + "/IncomingPhoneNumbers/" + NUMBER + ".json"));
  }

  @Test
  void anApplicationIsCreatedReadAndDeleted() {
    Application created = (Application) run("create-application", 201, ResourceAnswers.application("Hotline"));
    assertEquals(Map.of("FriendlyName", List.of("Hotline"), "PublicApplicationConnectEnabled", List.of("false")), sent());
    assertEquals("https://example.com/sms", created.getSmsStatusCallbackUrl());
    assertNull(created.getVoiceUrl());

    Application read = (Application) run("get-application", 200, ResourceAnswers.application("Hotline"));
    assertEquals(APPLICATION, read.getSid());

    run("delete-application", 204, null);
    assertEquals("DELETE", last(simulator).method());
    assertTrue(last(simulator).path().endsWith("/Applications/" + APPLICATION + ".json"));
  }

  @Test
  void aCallerIdGivesTheCodeToEnter() {
    CallerIdValidation validation = (CallerIdValidation) run("add-caller-id", 200, ResourceAnswers.validation());

    assertEquals(Map.of("PhoneNumber", List.of("+15551234567"), "FriendlyName", List.of("Front desk"), "CallDelay", List.of("5"),
                        "Extension", List.of("12")), sent());
    assertEquals("123456", validation.getValidationCode());
    assertEquals(CALL, validation.getCallSid());
  }

  @Test
  void listsAreFetchedPageByPage() {
    String path = "/2010-04-01/Accounts/" + ACCOUNT + "/IncomingPhoneNumbers.json";
    answerNext(simulator, 200, Map.of("incoming_phone_numbers", List.of(ResourceAnswers.number("+14155550100"),
        ResourceAnswers.number("+14155550101")), "page_size", 2, "uri", path, "next_page_uri", path + "?Page=1&PageSize=2"));
    answerNext(simulator, 200, Map.of("incoming_phone_numbers", List.of(ResourceAnswers.number("+14155550102")),
                                      "page_size", 2, "uri", path));

    assertEquals("+14155550100 +14155550101 +14155550102 ", mule.run("numbers", "x").variables().get("seen"));

    List<ApiExchange> requests = simulator.requests().stream().filter(each -> each.path().equals(path)
        && each.method().equals("GET")).toList();
    assertEquals("Support", requests.get(0).request().query().first("FriendlyName").orElseThrow());
    assertEquals("+1415*", requests.get(0).request().query().first("PhoneNumber").orElseThrow());
    assertEquals("hosted", requests.get(0).request().query().first("Origin").orElseThrow());
    assertEquals("false", requests.get(0).request().query().first("Beta").orElseThrow());
    assertEquals("2", requests.get(0).request().query().first("PageSize").orElseThrow());
    assertEquals("1", requests.get(1).request().query().first("Page").orElseThrow());
  }

  @Test
  void anEmptyListHasNoEntries() {
    String path = "/2010-04-01/Accounts/" + ACCOUNT + "/Applications.json";
    answerNext(simulator, 200, Map.of("applications", List.of(), "page_size", 50, "uri", path));

    assertEquals("", mule.run("applications", "x").variables().get("seen"));
  }

  @Test
  void aListThatIsRefusedIsAnErrorOfTheOperation() {
    answerNext(simulator, 401, Map.of("code", 20003, "message", "Authenticate", "status", 401));

    FlowFailedException failure = assertThrows(FlowFailedException.class, () -> mule.run("applications", "x"));
    assertEquals("TWILIO:INVALID_CREDENTIALS", failure.errorType());
  }
}
