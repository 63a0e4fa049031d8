package org.muletwilio.functional.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.ResourceAnswers.answerNext;
import static org.muletwilio.functional.support.ResourceAnswers.last;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.testkit.log.ExpectedErrors;
import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.mule.EmbeddedMule;

import java.util.List;
import java.util.Map;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Callbacks that Twilio waits for another answer to than TwiML: JSON, a status, or any body. */
@ExpectedErrors("must end with what Twilio is answered")
class WebhookTest {

  private static final String DISPATCHER = "org.muletwilio.internal.callback.flow";

  private static TwilioSimulator simulator;
  private static EmbeddedMule mule;

  @BeforeAll
  static void start() {
    simulator = simulator();
    mule = application(config("Twilio", simulator, "<twilio:http-callback-config host='127.0.0.1' localPort='" + freePort()
        + "' async='true' maxBodySize='128'/>")
        + "<flow name='address'><twilio:callback-url config-ref='Twilio' kind='WEBHOOK' flow-ref='#[payload]'/></flow>"
        + "<flow name='event'><twilio:callback-url config-ref='Twilio' kind='EVENT' flow-ref='#[payload]'/></flow>"
        + "<flow name='workflow'><twilio:request config-ref='Twilio' api='taskrouter.v1' operation='Workspaces.Workflows.create'>"
        + "<twilio:callbacks><twilio:callback parameter='AssignmentCallbackUrl' flow-ref='accept'/>"
        + "<twilio:callback parameter='FallbackAssignmentCallbackUrl' "
        + "flow-ref='accept'/></twilio:callbacks></twilio:request></flow><flow name='conversations'><twilio:request "
        + "config-ref='Twilio' api='conversations.v1' "
        + "operation='Configuration.Webhooks.update'><twilio:callbacks><twilio:callback parameter='PreWebhookUrl' "
        + "flow-ref='moderate'/></twilio:callbacks></twilio:request></flow><flow name='proxy'><twilio:request "
        + "config-ref='Twilio' api='proxy.v1' operation='Services.create'><twilio:callbacks><twilio:callback "
        + "parameter='InterceptCallbackUrl' flow-ref='block'/></twilio:callbacks></twilio:request></flow><flow "
        + "name='accept'><set-payload value=\"#[output application/json --- {instruction: 'accept', reservation: "
        + "payload.ReservationSid}]\"/></flow><flow name='moderate'><choice><when expression=\"#[payload.Body == 'spam']\">"
        + "<set-variable variableName='httpStatus' value='403'/></when><when expression=\"#[payload.Body == 'rude']\">"
        + "<set-payload value='{\"body\": \"***\"}' mimeType='application/json'/></when></choice></flow>"
        + "<flow name='block'><set-variable variableName='httpStatus' value='#[403]'/></flow>"
        + "<flow name='page'><set-variable variableName='outboundHeaders' value=\"#[{'X-Test': 'yes'}]\"/>"
        + "<set-payload value='&lt;p&gt;Grüezi&lt;/p&gt;' mimeType='text/html'/></flow>"
        + "<flow name='untouched'><logger level='DEBUG' message='none'/></flow>"
        + "<flow name='object'><set-payload value=\"#[{a: 1}]\"/></flow>"
        + "<flow name='wrong-status'><set-variable variableName='httpStatus' value='teapot'/></flow>"
        + "<flow name='failing'><raise-error type='APP:BROKEN' description='broken on purpose'/></flow>"
        + "<flow name='busy'><set-variable variableName='httpStatus' value='503'/></flow>"
        + "<flow name='eager'><set-payload value='{\"instruction\": \"accept\"}' mimeType='application/json'/></flow>"
        + "<flow name='quiet'><logger level='DEBUG' message='none'/></flow>").start();
  }

  @AfterAll
  static void stop() {
    mule.close();
    simulator.close();
  }

  @Test
  void aTaskIsAssignedByJson() {
    answerNext(simulator, 201, Map.of("sid", "WW1"));
    mule.run("workflow", Map.of("WorkspaceSid", "WS1", "FriendlyName", "Sales", "Configuration", "{}"));
    Form sent = last(simulator).request().form();
    String url = sent.first("AssignmentCallbackUrl").orElseThrow();
    assertTrue(url.contains("/Twilio/task-assignment/accept/"), url);
    assertEquals(-1, url.indexOf('#'), "TaskRouter documents no connection overrides");

    CallbackAttempt assigned = simulator.forge(url).fields(Form.of("ReservationSid", "WR1", "TaskSid", "WT1"))
        .signedBy(TOKEN).send();
    assertEquals(200, assigned.status(), "also where the config answers statuses asynchronously");
    assertEquals("application/json; charset=UTF-8", header(assigned, "Content-Type"));
    assertTrue(body(assigned).replaceAll("\\s", "").contains("\"instruction\":\"accept\",\"reservation\":\"WR1\""),
        body(assigned));
    int runs = mule.runs("accept").size();

    CallbackAttempt fallback = simulator.forge(sent.first("FallbackAssignmentCallbackUrl").orElseThrow())
        .fields(Form.of("ReservationSid", "WR1", "TaskSid", "WT1")).signedBy(TOKEN).send();
    assertEquals(body(assigned), body(fallback), "the same reservation gets the same answer");
    assertEquals(runs, mule.runs("accept").size());
    simulator.forge(url).fields(Form.of("ReservationSid", "WR2", "TaskSid", "WT1")).signedBy(TOKEN).send();
    assertEquals(runs + 1, mule.runs("accept").size());
    CallbackAttributes attributes = (CallbackAttributes) mule.runs("accept").get(runs).attributes();
    assertEquals("WR2", attributes.getResourceSid());
  }

  @Test
  void aMessageOfAConversationIsLetThroughChangedOrRefused() {
    answerNext(simulator, 200, Map.of());
    mule.run("conversations", Map.of());
    String url = last(simulator).request().form().first("PreWebhookUrl").orElseThrow();
    CallbackAttempt passed = preEvent(url, "hello");
    assertEquals(200, passed.status());
    assertEquals("", body(passed), "the fields that came are no answer");
    assertEquals("{\"body\": \"***\"}", body(preEvent(url, "rude")));
    CallbackAttempt refused = preEvent(url, "spam");
    assertEquals(403, refused.status());
    assertEquals("", body(refused));
    int runs = mule.runs("moderate").size();
    assertEquals(403, simulator.repeat(refused).status(), "a refusal is an answer, which a repeat gets too");
    assertEquals(runs, mule.runs("moderate").size());
  }

  @Test
  void proxyIsBlockedByAStatus() {
    answerNext(simulator, 201, Map.of("sid", "KS1"));
    mule.run("proxy", Map.of("UniqueName", "p"));
    String url = last(simulator).request().form().first("InterceptCallbackUrl").orElseThrow();
    assertEquals(403, simulator.forge(url).fields(Form.of("interactionSid", "KI1")).signedBy(TOKEN).send().status());
    assertEquals(403, simulator.forge(url).fields(Form.of("interactionSid", "KI1")).wrongSignature().send().status());
    assertEquals(1, mule.runs("block").size(), "what is wrongly signed runs nothing");
  }

  @Test
  void anyPayloadIsAnsweredWithItsMediaType() {
    CallbackAttempt page = simulator.sendEvent(address("page"), "{\"a\": 1}");
    assertEquals(200, page.status());
    assertEquals("text/html; charset=UTF-8", header(page, "Content-Type"));
    assertEquals("yes", header(page, "X-Test"));
    assertEquals("<p>Grüezi</p>", body(page));
    assertEquals("<p>Grüezi</p>", body(form("page")), "a form is taken as well as JSON");
    assertEquals("", body(form("untouched")));
  }

  @Test
  void aRepeatGetsTheSameAnswerUnlessTheFlowFailed() {
    CallbackAttempt first = form("page");
    int runs = mule.runs("page").size();
    CallbackAttempt repeat = simulator.repeat(first);
    assertEquals(body(first), body(repeat));
    assertEquals("yes", header(repeat, "X-Test"));
    assertEquals(runs, mule.runs("page").size());
    CallbackAttempt busy = form("busy");
    assertEquals(503, busy.status());
    assertEquals(503, simulator.repeat(busy).status());
    assertEquals(2, mule.runs("busy").size());
    assertEquals(500, form("failing").status());
  }

  @Test
  void whatCanNotBeSentIsALoggedErrorAnd500() {
    try (LogLines log = LogLines.of(DISPATCHER, Level.WARN)) {
      assertEquals(500, form("object").status());
      assertEquals(500, form("wrong-status").status());
      assertEquals(List.of(), log.with("WARN"));
      assertTrue(log.all().get(0).startsWith("ERROR Flow 'object' must end with the answer to Twilio as its payload (kind "
          + "WEBHOOK), but it is a "), log.all().toString());
      assertTrue(log.all().get(1).contains("vars.httpStatus is 'teapot'"), log.all().toString());
    }
  }

  @Test
  void anEventThatIsAnsweredInVainSaysSoOnce() {
    try (LogLines log = LogLines.of(DISPATCHER, Level.WARN)) {
      for (String flow : List.of("eager", "quiet", "block", "untouched")) {
        String url = mule.run("event", flow).payload().toString();
        for (int i = 0; i < 3; i++) {
          assertEquals(204, simulator.sendEvent(url, "{}").status());
        }
      }
      assertEquals(1, log.with("Flow 'eager' ends with JSON, which Twilio does not get").size());
      assertEquals(1, log.with("Flow 'block' ends with vars.httpStatus").size());
      assertEquals(2, log.all().size(), log.all().toString());
    }
  }

  @Test
  void aLargeBatchIsTakenAndALargerOneRefused() {
    String url = mule.run("event", "quiet").payload().toString();
    assertEquals(204, simulator.sendEvent(url, json(128 * 1024)).status());
    assertEquals(413, simulator.sendEvent(url, json(128 * 1024 + 1)).status());
  }

  private static String json(int bytes) {
    return "[\"" + "x".repeat(bytes - 4) + "\"]";
  }

  private static String address(String flow) {
    return mule.run("address", flow).payload().toString();
  }

  private static CallbackAttempt form(String flow) {
    return simulator.forge(address(flow)).fields(Form.of("EventType", "any")).signedBy(TOKEN).send();
  }

  private static CallbackAttempt preEvent(String url, String body) {
    return simulator.forge(url).fields(Form.of("EventType", "onMessageAdd", "ConversationSid", "CH1", "Body", body))
        .signedBy(TOKEN)
        .send();
  }

  private static String body(CallbackAttempt attempt) {
    return attempt.answer().orElseThrow().body();
  }

  private static String header(CallbackAttempt attempt, String name) {
    return attempt.answer().orElseThrow().header(name).orElse("");
  }
}
