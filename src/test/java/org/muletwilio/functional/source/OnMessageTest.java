package org.muletwilio.functional.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.awaitCallback;
import static org.muletwilio.functional.support.TestApplication.freePort;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.testkit.log.ExpectedErrors;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowRun;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Flows that start with twilio:on-message: they register themselves, and answer what arrives. */
@ExpectedErrors({"must answer with TwiML", "broken on purpose"})
class OnMessageTest {

  private static final String SENDER = "+14155550100";

  private static TwilioSimulator simulator;
  private static EmbeddedMule mule;

  @BeforeAll
  static void start() {
    simulator = TwilioSimulator.builder().pace(Duration.ofMillis(10)).phoneNumber("+15005550001").phoneNumber("+15005550002")
        .phoneNumber("+15005550003").phoneNumber("+15005550004").phoneNumber("+15005550005").phoneNumber("+15005550006").start();
    mule = application(simulator, freePort(),
        flow("answer", "+15005550001", "", "<twilio:twiml-message config-ref='Twilio' body='Hello'/>")
            + flow("silent", "+15005550002", "<twilio:response><twilio:body>#[null]</twilio:body></twilio:response>", "")
            + flow("failing", "+15005550003", "", "<raise-error type='APP:BROKEN' description='broken on purpose'/>")
            + flow("sorry", "+15005550004", "<twilio:error-response><twilio:body>#['&lt;Response>&lt;Message>Sorry&lt;/Message>"
                + "&lt;/Response>']</twilio:body></twilio:error-response>", "<raise-error type='APP:BROKEN' "
                    + "description='broken on purpose'/>")
            + flow("untouched", "+15005550006", "", "")
            + flow("prose", "+15005550005", "", "<set-payload value='Hello'/>")).start();
  }

  @AfterAll
  static void stop() {
    mule.close();
    simulator.close();
  }

  private static String flow(String name, String number, String source, String elements) {
    return "<flow name='" + name + "'><twilio:on-message config-ref='Twilio' phoneNumber='" + number + "'>" + source
        + "</twilio:on-message><logger level='DEBUG' message='in'/>" + elements + "</flow>";
  }

  @Test
  void aMessageRunsTheFlowWhichAnswers() throws Exception {
    Resource message = simulator.receiveMessage(SENDER, "+15005550001", "Hi");
    FlowRun run = mule.awaitRun("answer", each -> of(each, message), SOON);
    assertEquals("Hi", ((Map<?, ?>) run.payload()).get("Body"));
    CallbackAttributes attributes = (CallbackAttributes) run.attributes();
    assertEquals(CallbackKind.INBOUND_MESSAGE, attributes.getKind());
    assertEquals("answer", attributes.getFlow());
    assertEquals(200, asked(message).status());
    simulator.awaitMessages(all -> all.stream().anyMatch(each -> each.text("body").equals("Hello") && each.text("to")
        .equals(SENDER)), SOON);
  }

  @Test
  void theResponseSaysWhatIsAnswered() throws Exception {
    CallbackAttempt asked = asked(simulator.receiveMessage(SENDER, "+15005550002", "Hi"));
    assertEquals(200, asked.status());
    assertEquals("<Response/>", asked.answer().orElseThrow().body());
  }

  @Test
  void aFlowThatLeavesTheMessageAsItsPayloadAnswersNothing() throws Exception {
    CallbackAttempt asked = asked(simulator.receiveMessage(SENDER, "+15005550006", "Hi"));
    assertEquals(200, asked.status());
    assertEquals("<Response/>", asked.answer().orElseThrow().body());
  }

  @Test
  void aFailureIsA500SoThatTwilioTakesTheFallback() throws Exception {
    assertEquals(500, asked(simulator.receiveMessage(SENDER, "+15005550003", "Hi")).status());
  }

  @Test
  void aFailureIsAnsweredWithTheErrorResponse() throws Exception {
    CallbackAttempt asked = asked(simulator.receiveMessage(SENDER, "+15005550004", "Hi"));
    assertEquals(200, asked.status());
    assertTrue(asked.answer().orElseThrow().body().contains("Sorry"));
  }

  @Test
  void whatIsNotTwimlIsA500() throws Exception {
    assertEquals(500, asked(simulator.receiveMessage(SENDER, "+15005550005", "Hi")).status());
  }

  @Test
  void aRepeatedMessageRunsTheFlowOnce() throws Exception {
    Resource message = simulator.receiveMessage(SENDER, "+15005550001", "Hi");
    CallbackAttempt first = asked(message);
    CallbackAttempt second = simulator.repeat(first);
    assertEquals(first.answer().orElseThrow().body(), second.answer().orElseThrow().body());
    assertEquals(1, mule.runs("answer").stream().filter(run -> of(run, message)).count());
  }

  private static boolean of(FlowRun run, Resource message) {
    return ((CallbackAttributes) run.attributes()).getResourceSid().equals(message.sid());
  }

  private static CallbackAttempt asked(Resource message) throws Exception {
    return awaitCallback(simulator, each -> each.resourceSid().equals(message.sid()));
  }
}
