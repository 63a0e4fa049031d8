package org.muletwilio.simulator.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.muletwilio.simulator.SdkClient;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.UserServer;
import org.muletwilio.simulator.callback.Callback;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.script.CallScript;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Conference;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.conference.Participant;
import com.twilio.type.PhoneNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that a person attends, and conferences that last until they are ended. */
class AttendedCallTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String OWN = "+14155550150";
  private static final String OTHER = "+14155550123";

  private final TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(1)).start();
  private final TwilioRestClient client = SdkClient.of(simulator);
  private UserServer user;

  @BeforeEach
  void open() throws IOException {
    user = new UserServer();
  }

  @AfterEach
  void close() {
    simulator.close();
    user.close();
  }

  private String receive(String twiml) {
    user.replying(request -> UserServer.Reply.twiml(request.target().equals("/voice") ? twiml
        : "<Response><Say>Thanks</Say></Response>"));
    IncomingPhoneNumber.creator(new PhoneNumber(OWN)).setVoiceUrl(URI.create(user.url("/voice"))).create(client);
    return simulator.receiveAttendedCall(OTHER, OWN).sid();
  }

  private Form told(String target) throws Exception {
    List<CallbackAttempt> all =
        simulator.awaitCallbacks(sent -> sent.stream().anyMatch(one -> one.signedUrl().endsWith(target)), LIMIT);
    return all.stream().filter(one -> one.signedUrl().endsWith(target)).findFirst().orElseThrow().callback().fields();
  }

  @ParameterizedTest
  @CsvSource({"timeout='60' numDigits='3', 12 34, 123", "timeout='60' finishOnKey='*', 1 2*, 12", "timeout='60', 9#, 9",
      "timeout='1', 7, 7"})
  void gathersWhatIsPressed(String attributes, String pressed, String digits) throws Exception {
    String sid = receive("<Response><Gather action='/done' " + attributes + "/></Response>");
    for (String keys : pressed.split(" ")) {
      simulator.press(sid, keys);
    }
    assertEquals(digits, told("/done").first("Digits").orElseThrow());
  }

  @Test
  void gathersWhatIsSaid() throws Exception {
    String sid = receive("<Response><Gather input='speech' timeout='60' action='/done'/></Response>");
    simulator.press(sid, "1");
    simulator.say(sid, "An agent, please");
    assertEquals("An agent, please", told("/done").first("SpeechResult").orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({"answer, completed", "decline, busy", "nothing, no-answer", "hang-up, canceled"})
  void ringsUntilSomebodyDecides(String what, String end) throws Exception {
    simulator.script().call(OTHER, CallScript.attended());
    String sid = Call.creator(new PhoneNumber(OTHER), new PhoneNumber("+15005550006"), new com.twilio.type.Twiml("<Response/>"))
        .create(client).getSid();
    advanceUntil("ringing");
    switch (what) {
      case "answer" -> simulator.answer(sid);
      case "decline" -> simulator.decline(sid);
      case "hang-up" -> simulator.hangUp(sid);
      default -> advanceUntil(end);
    }
    simulator.awaitCalls(calls -> calls.get(0).status().equals(end), LIMIT);
    assertThrows(IllegalArgumentException.class, () -> simulator.press("CA" + "0".repeat(32), "1"));
  }

  private void advanceUntil(String status) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!simulator.calls().get(0).status().equals(status) && System.nanoTime() < end) {
      simulator.advance(Duration.ofSeconds(1));
    }
    assertEquals(status, simulator.calls().get(0).status());
  }

  @Test
  void aConferenceLastsUntilItIsEnded() throws Exception {
    Participant participant = Participant.creator("Room", new PhoneNumber("+15005550006"), new PhoneNumber(OTHER))
        .setConferenceStatusCallback(URI.create(user.url("/conference")))
        .setConferenceStatusCallbackEvent(List.of("start", "end")).create(client);
    assertEquals("conference-start", told("/conference").first("StatusCallbackEvent").orElseThrow());
    simulator.advance(Duration.ofHours(1));
    assertEquals(Conference.Status.IN_PROGRESS, Conference.fetcher(participant.getConferenceSid()).fetch(client).getStatus());
    Conference.updater(participant.getConferenceSid()).setStatus(Conference.UpdateStatus.COMPLETED).update(client);
    simulator.awaitCallbacks(sent -> sent.stream().filter(one -> one.kind() == Callback.Kind.CONFERENCE_STATUS)
        .count() == 2, LIMIT);
    simulator.awaitCalls(calls -> calls.get(0).status().equals("completed"), LIMIT);
  }
}
