package org.muletwilio.simulator.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.simulator.SdkClient;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.UserServer;
import org.muletwilio.simulator.callback.Callback;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.script.CallScript;
import org.muletwilio.simulator.twiml.Twiml;
import org.muletwilio.simulator.twiml.TwimlException;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.twilio.http.HttpMethod;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.CallCreator;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Conference;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Number;
import com.twilio.twiml.voice.Redirect;
import com.twilio.twiml.voice.Say;
import com.twilio.type.PhoneNumber;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What calls do with TwiML, most of it written by the SDK. */
class TwimlPlayerTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String TO = "+14155550100";

  @AutoClose
  private final TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(2)).start();
  private final TwilioRestClient client = SdkClient.of(simulator);
  private final Map<String, String> pages = new ConcurrentHashMap<>();
  @AutoClose
  private final UserServer user = new UserServer();

  @BeforeEach
  void open() {
    user.replying(request -> UserServer.Reply.twiml(pages.getOrDefault(request.target().split("\\?")[0], "<Response/>")));
  }

  @Test
  void gathersDigitsAndFollowsRedirects() throws Exception {
    simulator.script().call(TO, CallScript.answered().presses("12#", "7"));
    pages.put("/menu", new VoiceResponse.Builder()
        .gather(new Gather.Builder().action("/digits").numDigits(5).say(new Say.Builder("Press").build()).build())
        .say(new Say.Builder("Never").build()).build().toXml());
    pages.put("/digits", new VoiceResponse.Builder()
        .redirect(new Redirect.Builder("more?step=2").method(HttpMethod.GET).build()).build().toXml());
    pages.put("/more", "<Response><Gather method='GET' numDigits='1'/></Response>");
    String sid = call("/menu");
    List<CallbackAttempt> asked = asked(4);
    assertEquals("12", asked.get(1).field("Digits"));
    assertEquals("#", asked.get(1).field("FinishedOnKey"));
    assertEquals("GET", user.received().get(2).method());
    assertTrue(user.received().get(2).target().startsWith("/more?step=2&CallSid="));
    assertEquals("7", asked.get(3).field("Digits"));
    // Nobody presses more: the second page, asked again, ends the call
    assertEquals(List.of("Say Press"), heardAtTheEnd(sid));
  }

  @Test
  void gathersSpeechAndSilence() throws Exception {
    simulator.script().call(TO, CallScript.answered().says("a table for two"));
    pages.put("/menu", "<Response><Gather input='dtmf speech' action='/said'/></Response>");
    pages.put("/said", "<Response><Gather timeout='3' actionOnEmptyResult='true' action='/silent'/></Response>");
    call("/menu");
    List<CallbackAttempt> asked = asked(3);
    assertEquals("a table for two", asked.get(1).field("SpeechResult"));
    assertEquals("0.95", asked.get(1).field("Confidence"));
    assertEquals(user.url("/silent"), asked.get(2).signedUrl());
  }

  @Test
  void goesOnWithoutDigits() throws Exception {
    pages.put("/menu", new VoiceResponse.Builder().gather(new Gather.Builder().action("/digits").build())
        .say(new Say.Builder("Goodbye").build()).build().toXml());
    assertEquals(List.of("Say Goodbye"), heardAtTheEnd(call("/menu")));
  }

  @Test
  void records() throws Exception {
    pages.put("/menu", "<Response><Record action='/recorded' recordingStatusCallback='/recording' transcribe='true'"
        + " recordingStatusCallbackEvent='in-progress completed' transcribeCallback='/transcribed'/></Response>");
    call("/menu");
    CallbackAttempt recorded = asked(2).get(1);
    assertTrue(recorded.field("RecordingUrl").contains("/Recordings/RE"));
    List<CallbackAttempt> told = told(Callback.Kind.RECORDING_STATUS, 2);
    assertEquals(List.of("in-progress", "completed"), told.stream().map(one -> one.field("RecordingStatus")).toList());
    assertEquals("RecordVerb", told.get(0).field("RecordingSource"));
    assertEquals("completed", told(Callback.Kind.TRANSCRIPTION, 1).get(0).field("TranscriptionStatus"));
  }

  @Test
  void dials() throws Exception {
    simulator.script().call("+14155550102", CallScript.busy()).call("+14155550103", CallScript.answered().stays(7));
    Number second = new Number.Builder("+14155550103").statusCallback("/leg").statusCallbackEvents(List.of(
        Number.Event.INITIATED, Number.Event.RINGING, Number.Event.ANSWERED, Number.Event.COMPLETED)).build();
    Dial dial = new Dial.Builder().action("/dialed").record(Dial.Record.RECORD_FROM_ANSWER).recordingStatusCallback("/recording")
        .number(new Number.Builder("+14155550102").build()).number(second).build();
    pages.put("/menu", new VoiceResponse.Builder().dial(dial).build().toXml());
    String sid = call("/menu");
    CallbackAttempt dialed = asked(2).get(1);
    assertEquals("completed", dialed.field("DialCallStatus"));
    assertEquals("7", dialed.field("DialCallDuration"));
    assertTrue(dialed.field("RecordingUrl").contains("/Recordings/RE"));
    List<CallbackAttempt> leg = told(Callback.Kind.CALL_STATUS, 4);
    assertEquals(List.of("initiated", "ringing", "in-progress", "completed"),
                 leg.stream().map(one -> one.field("CallStatus")).toList());
    assertEquals(dialed.field("DialCallSid"), leg.get(0).resourceSid());
    assertEquals(sid, leg.get(0).field("ParentCallSid"));
    assertEquals("outbound-dial", leg.get(0).field("Direction"));
    assertEquals("DialVerb", told(Callback.Kind.RECORDING_STATUS, 1).get(0).field("RecordingSource"));
    assertEquals(List.of("", sid, sid), simulator.calls().stream().map(call -> call.text("parent_call_sid")).toList());
  }

  @Test
  void confers() throws Exception {
    simulator.script().call("+14155550100", CallScript.answered().stays(2));
    List<Conference.Event> events =
        List.of(Conference.Event.START, Conference.Event.END, Conference.Event.JOIN, Conference.Event.LEAVE);
    Conference room = new Conference.Builder("Room 1").endConferenceOnExit(true)
        .statusCallback("/conference").statusCallbackEvents(events)
        .record(Conference.Record.RECORD_FROM_START).recordingStatusCallback("/recording").build();
    Dial dial = new Dial.Builder().action("/after").conference(room).build();
    pages.put("/menu", new VoiceResponse.Builder().dial(dial).build().toXml());
    call("/menu");
    List<CallbackAttempt> told = told(Callback.Kind.CONFERENCE_STATUS, 4);
    assertEquals(List.of("participant-join", "conference-start", "participant-leave", "conference-end"),
                 told.stream().map(one -> one.field("StatusCallbackEvent")).toList());
    assertEquals(List.of("1", "2", "3", "4"), told.stream().map(one -> one.field("SequenceNumber")).toList());
    assertEquals("Room 1", told.get(0).field("FriendlyName"));
    assertEquals("participant-with-end-conference-on-exit-left", told.get(3).field("ReasonConferenceEnded"));
    CallbackAttempt recording = told(Callback.Kind.RECORDING_STATUS, 1).get(0);
    assertEquals(told.get(0).field("ConferenceSid"), recording.field("ConferenceSid"));
    assertEquals("completed", asked(2).get(1).field("DialCallStatus"));
  }

  @Test
  void transcribes() throws Exception {
    pages.put("/menu", "<Response><Start><Transcription statusCallbackUrl='/transcription'/></Start><Say>Hello</Say></Response>");
    call("/menu");
    assertEquals(List.of("transcription-started", "transcription-content", "transcription-stopped"),
                 told(Callback.Kind.TRANSCRIPTION, 3).stream().map(one -> one.field("TranscriptionEvent")).toList());
  }

  @Test
  void stopsGoingRoundInCircles() throws Exception {
    pages.put("/menu", "<Response><Redirect>/menu</Redirect></Response>");
    String sid = call("/menu");
    simulator.awaitCalls(calls -> calls.get(0).status().equals("completed"), LIMIT);
    assertEquals(List.of(), simulator.heard(sid));
  }

  @Test
  void readsPlainText() throws Exception {
    user.replying(request -> new UserServer.Reply(200, "text/plain; charset=utf-8", "Fish & chips < 5"));
    assertEquals(List.of("Say Fish & chips < 5"), heardAtTheEnd(call("/menu")));
  }

  @Test
  void opensNothingFromOutside() {
    String file = "<!DOCTYPE r [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><Response><Say>&e;</Say></Response>";
    assertEquals(12100, assertThrows(TwimlException.class, () -> Twiml.parse("", file)).code());
    String large = "<Response><Say>" + "x".repeat(64 * 1024) + "</Say></Response>";
    assertEquals(11750, assertThrows(TwimlException.class, () -> Twiml.parse("", large)).code());
  }

  @Test
  void saysWhatItDoesNotKnow() throws Exception {
    pages.put("/menu", "<Response><Levitate/></Response>");
    assertEquals(List.of("warning 12200 Levitate isn't known"), heardAtTheEnd(call("/menu")));
  }

  /** As Twilio's error 13223 says, also of addresses that belong in another element. */
  @ParameterizedTest
  @ValueSource(strings = {"tel:+14155550123", "sip:joe@example.com", "whatsapp:+14155550123", "joe", "+1415555012345678"})
  void aNumberThatIsNoneIsNotDialed(String number) throws Exception {
    String dial = "<Response><Dial><Number>" + number + "</Number></Dial><Say>x</Say></Response>";
    user.replying(request -> UserServer.Reply.twiml(dial));
    assertEquals(List.of("error 13223 Dial: invalid phone number format: " + number, "Say x"), heardAtTheEnd(call("/menu")));
    assertEquals(1, simulator.calls().size(), "nobody was called");
  }

  private String call(String target) {
    return new CallCreator(new PhoneNumber(TO), new PhoneNumber("+15005550006"), URI.create(user.url(target))).create(client)
        .getSid();
  }

  private List<String> heardAtTheEnd(String sid) throws Exception {
    simulator.awaitCalls(calls -> calls.get(0).status().equals("completed"), LIMIT);
    return simulator.heard(sid);
  }

  private List<CallbackAttempt> asked(int count) throws Exception {
    return told(Callback.Kind.CALL_INSTRUCTIONS, count);
  }

  private List<CallbackAttempt> told(Callback.Kind kind, int count) throws Exception {
    return simulator.awaitCallbacks(sent -> sent.stream().filter(one -> one.kind() == kind).count() >= count, LIMIT).stream()
        .filter(one -> one.kind() == kind).toList();
  }
}
