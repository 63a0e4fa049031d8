package org.muletwilio.simulator.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.muletwilio.simulator.SdkClient;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.UserServer;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may not be sent to: those who answered STOP, those of another channel, oneself; and messages that wait for their date. */
class OptOutTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String OWN = "+14155550150";
  private static final String OTHER = "+14155550123";

  private final TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(1)).start();
  private final TwilioRestClient client = SdkClient.of(simulator);
  private UserServer user;

  @BeforeEach
  void open() throws IOException {
    user = new UserServer();
    user.replying(request -> UserServer.Reply.twiml("<Response/>"));
    IncomingPhoneNumber.creator(new PhoneNumber(OWN)).setSmsUrl(URI.create(user.url("/sms"))).create(client);
  }

  @AfterEach
  void close() {
    simulator.close();
    user.close();
  }

  private Message send(String from, String to) {
    return Message.creator(new PhoneNumber(to), new PhoneNumber(from), "Hello").create(client);
  }

  private void assertRefused(int code, String from, String to) {
    assertEquals(code, assertThrows(ApiException.class, () -> send(from, to)).getCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"STOP", " stop ", "StopAll", "UNSUBSCRIBE", "cancel", "END", "quit"})
  void whoAnswersStopGetsNothing(String word) throws Exception {
    simulator.receiveMessage(OTHER, OWN, word);
    assertRefused(21610, OWN, OTHER);
    send("+15005550006", OTHER);
    send(OWN, "+14155550124");
    simulator.awaitMessages(all -> all.stream().anyMatch(one -> one.text("direction").equals("outbound-reply")), LIMIT);
    simulator.awaitCallbacks(sent -> sent.size() == 1, LIMIT);
    simulator.receiveMessage(OTHER, OWN, "Start");
    send(OWN, OTHER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"STOP it", "Please stop", ""})
  void otherTextsAreNoStop(String text) {
    simulator.receiveMessage(OTHER, OWN, text);
    send(OWN, OTHER);
  }

  @ParameterizedTest
  @CsvSource({"whatsapp:+15005550006, +14155550100, 21910", "+15005550006, whatsapp:+14155550100, 21910",
      "+14155550100, +14155550100, 21266", "whatsapp:+14155550100, whatsapp:+14155550100, 21266"})
  void refusesOtherChannelsAndOneself(String from, String to, int code) {
    assertRefused(code, from, to);
    assertEquals(List.of(), simulator.messages());
  }

  @Test
  void aScheduledMessageGoesAtItsDate() throws Exception {
    Message.creator(new PhoneNumber(OTHER), "MG" + "4".repeat(32), "Later").setScheduleType(Message.ScheduleType.FIXED)
        .setSendAt(ZonedDateTime.now(ZoneOffset.UTC).plusHours(1)).create(client);
    simulator.advance(Duration.ofMinutes(59));
    assertEquals("scheduled", simulator.messages().get(0).status());
    simulator.advance(Duration.ofMinutes(1));
    simulator.awaitMessages(all -> all.get(0).status().equals("delivered"), LIMIT);
  }
}
