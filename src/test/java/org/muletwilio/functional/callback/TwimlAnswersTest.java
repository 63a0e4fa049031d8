package org.muletwilio.functional.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.api.resource.Call;
import org.muletwilio.functional.support.TestApplication;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.testkit.log.ExpectedErrors;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.work.AnswerExtension;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the payload with which a flow answers a call. */
@ExpectedErrors("must end with TwiML")
class TwimlAnswersTest {

  private static final String TWIML = "&lt;Response&gt;&lt;Say&gt;Grüezi&lt;/Say&gt;&lt;/Response&gt;";

  private static final String ANSWERS = "xmlns:answers='http://www.mulesoft.org/schema/mule/answers' xsi:schemaLocation='"
      + "http://www.mulesoft.org/schema/mule/answers http://www.mulesoft.org/schema/mule/answers/current/mule-answers.xsd'";

  private static TwilioSimulator simulator;
  private static EmbeddedMule mule;

  @BeforeAll
  static void start() {
    simulator = simulator();
    mule = application(simulator, freePort(), "<flow name='call'><twilio:callback-url config-ref='Twilio' "
        + "kind='CALL_INSTRUCTIONS' flow-ref='#[payload]' target='url'/><twilio:make-call config-ref='Twilio' to='+14155550101' "
        + "from='+15005550006' url='#[vars.url]' fallback-flow-ref='sorry'/></flow>"
        + "<flow name='sorry'><twilio:twiml-say text='Sorry'/></flow>"
        + answer("text", TWIML)
        + answer("declared", "&lt;?xml version=&quot;1.0&quot;?&gt;" + TWIML)
        + "<flow name='bytes' " + ANSWERS + "><answers:bytes text='" + TWIML + "'/></flow>"
        + "<flow name='stream' " + ANSWERS + "><answers:stream text='" + TWIML + "'/></flow>"
        + answer("byte-order-mark", "&#xFEFF;" + TWIML)
        + answer("declared-latin", "&lt;?xml version=&quot;1.0&quot; encoding=&quot;ISO-8859-1&quot;?&gt;" + TWIML)
        + "<flow name='marked-bytes' " + ANSWERS + "><answers:bytes text='&#xFEFF;" + TWIML + "'/></flow>"
        + "<flow name='blank-bytes' " + ANSWERS + "><answers:bytes text=\"#['  ']\"/></flow>"
        + answer("blank", " ") + answer("nothing", "#[null]")
        + answer("prose", "Hello") + answer("unclosed", "&lt;Response&gt;") + answer("other-root", "&lt;Answer/&gt;")
        + answer("entities", "&lt;!DOCTYPE Response [&lt;!ENTITY e SYSTEM 'file:///etc/hostname'&gt;]&gt;&lt;Response/&gt;")
        + answer("large", "&lt;Response&gt;&lt;Say&gt;" + "x".repeat(64 * 1024) + "&lt;/Say&gt;&lt;/Response&gt;")
        + answer("number", "#[42]")
        + "<flow name='failing'><raise-error type='APP:BROKEN' description='broken on purpose'/></flow>"
        + "<flow name='untouched'><logger level='DEBUG' message='none'/></flow>")
            .extension(AnswerExtension.class).start();
  }

  @AfterAll
  static void stop() {
    mule.close();
    simulator.close();
  }

  private static String answer(String flow, String payload) {
    return "<flow name='" + flow + "'><set-payload value=\"" + payload + "\"/></flow>";
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "declared", "bytes", "stream", "byte-order-mark", "declared-latin", "marked-bytes"})
  void twimlIsHeard(String flow) throws Exception {
    Call call = call(flow);
    assertEquals(List.of("Say Grüezi"), simulator.heard(call.getSid()));
    CallbackAttempt asked = asked(call, flow);
    assertEquals(200, asked.status());
    assertTrue(asked.answer().orElseThrow().header("Content-Type").orElseThrow().startsWith("text/xml"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"blank", "nothing", "blank-bytes"})
  void nothingIsAnEmptyResponse(String flow) throws Exception {
    Call call = call(flow);
    assertEquals(List.of(), simulator.heard(call.getSid()));
    assertEquals("<Response/>", asked(call, flow).answer().orElseThrow().body());
  }

  /** The fields of the callback that an untouched flow still has as its payload are no TwiML. */
  @ParameterizedTest
  @ValueSource(strings = {"prose", "unclosed", "other-root", "entities", "large", "number", "failing", "untouched"})
  void whatIsNoTwimlIsAServerErrorAndTheFallbackIsAsked(String flow) throws Exception {
    Call call = call(flow);
    assertEquals(500, asked(call, flow).status());
    assertEquals(List.of("Say Sorry"), simulator.heard(call.getSid()));
    CallbackAttributes asked = (CallbackAttributes) mule.awaitRun("sorry", run -> call.getSid()
        .equals(((CallbackAttributes) run.attributes()).getCallSid()), SOON).attributes();
    assertEquals(CallbackKind.CALL_FALLBACK, asked.getKind());
    assertEquals(11200, asked.getErrorCode());
  }

  @Test
  void aStoppedFlowLeavesTheCallToTheFallback() throws Exception {
    mule.stopFlow("text");
    try {
      Call call = call("text");
      assertEquals(503, asked(call, "text").status());
      assertEquals(List.of("Say Sorry"), simulator.heard(call.getSid()));
    } finally {
      mule.startFlow("text");
    }
  }

  /** Calls, and waits for the end. */
  private static Call call(String flow) throws Exception {
    Call call = (Call) mule.run("call", flow, null, Map.of()).payload();
    simulator.awaitCalls(calls -> calls.stream().anyMatch(each -> each.sid().equals(call.getSid())
        && each.status().equals("completed")), SOON);
    return call;
  }

  private static CallbackAttempt asked(Call call, String flow) throws Exception {
    return TestApplication.awaitCallback(simulator, each -> each.resourceSid().equals(call.getSid())
        && each.signedUrl().contains("/" + flow + "/"));
  }
}
