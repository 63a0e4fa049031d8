package org.muletwilio.functional.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The TwiML that operations write, and what they refuse to write. */
class TwimlVerbsTest {

  private static TwilioSimulator simulator;
  private static EmbeddedMule mule;

  @BeforeAll
  static void start() {
    simulator = simulator();
    mule = application(simulator, freePort(), flow("status")
        + "<flow name='dial'><twilio:twiml-dial config-ref='Twilio' number='#[payload.number]' "
        + "conference='#[payload.conference]'/></flow>"
        + "<flow name='dial-and-tell'><twilio:twiml-dial config-ref='Twilio' number='#[payload]' "
        + "status-callback-flow-ref='status'/></flow>"
        + "<flow name='dial-from'><twilio:twiml-dial config-ref='Twilio' number='#[payload.number]' "
        + "callerId='#[payload.callerId]' status-callback-flow-ref='status'/></flow>"
        + "<flow name='message'><twilio:twiml-message config-ref='Twilio' mediaUrls='#[payload]'/></flow>").start();
  }

  @AfterAll
  static void stop() {
    mule.close();
    simulator.close();
  }

  @ParameterizedTest
  @CsvSource({"+15551234567, Number, +15551234567", "client:joe, Client, joe", "sip:joe@example.com, Sip, sip:joe@example.com",
      "sip:joe@example.com?x-order=1, Sip, sip:joe@example.com?x-order=1", "Client:Joe, Client, Joe",
      "SIP:Joe@example.com, Sip, SIP:Joe@example.com", "sips:joe@example.com, Sip, sips:joe@example.com",
      "(415) 555-1212, Number, (415) 555-1212"})
  void whoeverIsDialledIsInTheElementOfItsKind(String number, String element, String content) {
    assertEquals("<Dial><" + element + ">" + content + "</" + element + "></Dial>",
                 verb(mule.run("dial", Map.of("number", number)).payload()));
    String told = verb(mule.run("dial-and-tell", number).payload());
    assertTrue(told.matches("<Dial><" + element + "( statusCallback=\"https?://[^\"]+/status/[^\"]+\"| statusCallbackEvent=\""
        + "initiated ringing answered completed\"){2}>.*"), told);
  }

  @Test
  void aConferenceIsJoined() {
    assertEquals("<Dial><Conference>support &amp; sales</Conference></Dial>",
                 verb(mule.run("dial", Map.of("conference", "support & sales")).payload()));
  }

  @Test
  void nobodyAndTwoAreRefused() {
    assertEquals("twilio:twiml-dial: has nobody to connect: set number or conference", refused("dial", Map.of()));
    assertEquals("twilio:twiml-dial: takes number ('+15551234567') or conference ('support'), not both",
                 refused("dial", Map.of("number", "+15551234567", "conference", "support")));
    assertEquals("twilio:twiml-dial: number is 'client:': the name of the client is missing",
                 refused("dial", Map.of("number", "client:")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sip:", "tel:+15551234567", "joe", "whatsapp:joe"})
  void whatIsNotAnAddressIsRefused(String number) {
    String refused = refused("dial", Map.of("number", number));
    assertTrue(refused.startsWith("twilio:twiml-dial: number is '" + number + "': "), refused);
  }

  @Test
  void whatsAppNeedsASenderOfItsOwn() {
    String number = "whatsapp:+15551234567";
    assertTrue(refused("dial", Map.of("number", number)).startsWith("twilio:twiml-dial: number is '" + number
        + "': WhatsApp calls need a callerId"));
    assertTrue(refused("dial-from", Map.of("number", number, "callerId", "+15557654321")).contains("need a callerId"));
    String dial = verb(mule.run("dial-from", Map.of("number", number, "callerId", "whatsapp:+15557654321")).payload());
    assertTrue(dial.matches("<Dial callerId=\"whatsapp:\\+15557654321\"><WhatsApp .*>\\+15551234567</WhatsApp></Dial>"), dial);
    assertTrue(dial.contains("statusCallbackEvent=\"initiated ringing answered completed\""), dial);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "photo.png", "https://example.com/a|b"})
  void mediaThatTwilioCannotFetchAreRefused(String url) {
    assertTrue(refused("message", List.of(url)).startsWith("twilio:twiml-message: mediaUrls holds '" + url + "': "));
  }

  private static String refused(String flow, Object payload) {
    FlowFailedException failure = assertThrows(FlowFailedException.class, () -> mule.run(flow, payload));
    assertEquals("TWILIO:INVALID_REQUEST", failure.errorType(), failure.description());
    return failure.description();
  }

  private static String verb(Object twiml) {
    return ((String) twiml).replaceAll("(?s).*<Response>(.*)</Response>\\s*", "$1");
  }
}
