package org.muletwilio.functional.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.document;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.functional.support.TestApplication;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.log.ExpectedErrors;
import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be known to be wrong with operations is told when the application starts, and all of it at once. */
class OperationsAtStartTest {

  private static final String TO = "to='+15551234567' from='+15005550006' ";
  private static final String FLOW = "status-callback-flow-ref=";
  private static final String NO_FLOW = "the application has no flow of that name";
  private static final String SENT = "send-message " + TO + "body='x' ";

  private static TwilioSimulator simulator;

  @BeforeAll
  static void startSimulator() {
    simulator = simulator();
  }

  @AfterAll
  static void stopSimulator() {
    simulator.close();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
      SENT + FLOW + "'statsu'/ | status-callback-flow-ref is 'statsu': " + NO_FLOW + ". Did you mean 'status'?",
      SENT + FLOW + "'Status'/ | status-callback-flow-ref is 'Status': " + NO_FLOW + ". Did you mean 'status'?",
      SENT + FLOW + "'part'/ | status-callback-flow-ref is 'part': that is a sub-flow, which can't be run by itself: "
          + "make it a flow",
      SENT + FLOW + "'Twilio'/ | status-callback-flow-ref is 'Twilio': that is the name of a twilio:config, not of a flow",
      SENT + FLOW + "'a/[b]#'/ | status-callback-flow-ref is 'a/[b]#': " + NO_FLOW,
      SENT + FLOW + "' '/ | status-callback-flow-ref is empty: set it to the name of a flow",
      SENT + FLOW + "'status' statusCallbackUrl='http://a.b'/ | takes status-callback-flow-ref ('status') or statusCallbackUrl "
          + "('http://a.b'), not both",
      SENT + FLOW + "'status' statusCallbackUrl='#[vars.nothing]'/ | takes status-callback-flow-ref ('status') or "
          + "statusCallbackUrl ('#[vars.nothing]'), not both",
      "make-call " + TO + "url-flow-ref='status' url='http://a.b'/ | takes url-flow-ref ('status') or url ('http://a.b'), "
          + "not both",
      "add-participant conference='c' " + TO + "wait-url-flow-ref='status' waitUrl='http://a.b'/ | takes wait-url-flow-ref "
          + "('status') or waitUrl ('http://a.b'), not both",
      "send-message to='#[payload]' body='x'/ | has no sender: set from or messagingServiceSid",
      "send-message to='#[payload]' from='+15005550006'/ | has no content: set body, mediaUrls or contentSid",
      "make-call " + TO + "/ | needs one of url-flow-ref, url, twiml and applicationSid",
      "request api='video.v1' operation='Rooms.create'><twilio:callbacks><twilio:callback parameter='StatusCallback' "
          + "flow-ref='statsu'/></twilio:callbacks></twilio:request | flow-ref is 'statsu': " + NO_FLOW
          + ". Did you mean 'status'?",
      "twiml-dial number='tel:+15551234567'/ | number is 'tel:+15551234567': Twilio dials a number in E.164 format such as "
          + "+15551234567, client:name, sip:name@example.com or whatsapp:+15551234567",
      "callback-url kind='EVENT' flow-ref='statuses'/ | flow-ref is 'statuses': " + NO_FLOW + ". Did you mean 'status'?",
  })
  @ExpectedErrors("Failed to shut down registry cleanly")
  void whatCanNotWorkStopsTheStart(String operation, String problem) {
    String refused = refused(flow("status") + "<sub-flow name='part'><logger/></sub-flow>" + placed("notify", operation));
    assertEquals("twilio:" + operation.split("[ /]")[0] + " in 'notify': " + problem, refused.split("\n- config-1.xml:1: ")[1]);
  }

  /** Where all that a group of parameters holds excludes the rest of it, Mule itself refuses it. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
      "buy-incoming-phone-number phoneNumber='+1' areaCode='4'/ | phoneNumber | areaCode",
      "buy-incoming-phone-number friendlyName='x'/ | phoneNumber | areaCode",
      "make-call " + TO + "twiml='x' machineDetection='ENABLE' async-amd-status-callback-flow-ref='status' "
          + "asyncAmdStatusCallbackUrl='#[payload]'/ | async-amd-status-callback-flow-ref | asyncAmdStatusCallbackUrl",
      "add-participant conference='c' " + TO + "machineDetection='ENABLE' amd-status-callback-flow-ref='status' "
          + "amdStatusCallbackUrl='#[payload]'/ | amd-status-callback-flow-ref | amdStatusCallbackUrl",
  })
  @ExpectedErrors("Failed to shut down registry cleanly")
  void whatExcludesEachOtherIsRefusedByMule(String operation, String one, String other) {
    String refused = refused(flow("status") + placed("run", operation));
    assertTrue(refused.contains(one) && refused.contains(other), refused);
  }

  @Test
  @ExpectedErrors("Failed to shut down registry cleanly")
  void allIsToldAtOnceWithFileAndLine() {
    String flows = flow("status") + "\n" + placed("one", SENT + FLOW + "'statuz'/") + "\n"
        + "<flow name='two'><try><choice><when expression='#[true]'>\n" + xml(SENT + FLOW + "'${flow}'/") + "</when></choice>"
        + "<error-handler><on-error-continue>\n" + xml("send-message to='x' body='x'/") + "</on-error-continue></error-handler>"
        + "</try></flow>";
    String refused = assertThrows(ApplicationStartException.class,
        () -> application("<global-property name='flow' value='statuss'/>" + TestApplication.config("Twilio", simulator, ""))
            .config("flows.xml", document(flows)).start()).getMessage();
    assertEquals(List.of("flows.xml:2: twilio:send-message in 'one': status-callback-flow-ref is 'statuz'",
                         "flows.xml:4: twilio:send-message in 'two': status-callback-flow-ref is 'statuss'",
                         "flows.xml:5: twilio:send-message in 'two': has no sender"),
                 refused.lines().filter(line -> line.startsWith("- ")).map(line -> line.substring(2).split(": (the|set)")[0])
                     .collect(Collectors.toList()), refused);
  }

  /** What an expression yields, or what a sub-flow holds, is not known before it runs. */
  @Test
  void whatMayWorkStarts() {
    try (EmbeddedMule mule = application(simulator, freePort(), flow("status")
        + "<sub-flow name='part'>" + xml(SENT + "status-callback-flow-ref='nowhere'/") + "</sub-flow>"
        + "<flow name='run'><flow-ref name='part'/></flow>"
        + placed("media", "send-message " + TO + "><twilio:media-urls><twilio:media-url value='https://a.example/a'/>"
            + "</twilio:media-urls></twilio:send-message")
        + placed("list", "send-message " + TO + "mediaUrls=\"#[['https://a.example/a']]\"/")
        + placed("expression", "callback-url kind='EVENT' flow-ref='#[payload]'/")
        + placed("sender", "send-message to='+15551234567' messagingServiceSid='#[payload]' body='x'/")).start()) {
      mule.run("media", null);
      FlowFailedException failure = assertThrows(FlowFailedException.class, () -> mule.run("run", null));
      assertTrue(failure.description().contains("status-callback-flow-ref is 'nowhere': " + NO_FLOW),
                 failure.description());
      failure = assertThrows(FlowFailedException.class, () -> mule.run("expression", "part"));
      assertTrue(failure.description().contains("flow-ref is 'part': that is a sub-flow"), failure.description());
      failure = assertThrows(FlowFailedException.class, () -> mule.run("expression", "statsu"));
      assertTrue(failure.description().endsWith("Did you mean 'status'?"), failure.description());
    }
  }

  private static String refused(String elements) {
    return assertThrows(ApplicationStartException.class, () -> application(simulator, freePort(), elements).start()).getMessage();
  }

  private static String placed(String flow, String operation) {
    return "<flow name='" + flow + "'>" + xml(operation) + "</flow>";
  }

  private static String xml(String operation) {
    return "<twilio:" + operation.replaceFirst(" ", " config-ref='Twilio' ") + ">";
  }
}
