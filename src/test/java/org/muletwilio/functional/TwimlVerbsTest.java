package org.muletwilio.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.TestApplication.application;
import static org.muletwilio.functional.TestApplication.flow;
import static org.muletwilio.functional.TestApplication.freePort;
import static org.muletwilio.functional.TestApplication.simulator;

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
      "SIP:Joe@example.com, Sip, SIP:Joe@example.com"})
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
  @ValueSource(strings = {"sip:", "sip:joe bloggs@example.com", "sip:joe|x@example.com"})
  void whatIsNotASipAddressIsRefused(String number) {
    assertEquals("twilio:twiml-dial: number is '" + number + "': it is not a SIP address such as sip:name@example.com",
                 refused("dial", Map.of("number", number)));
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
