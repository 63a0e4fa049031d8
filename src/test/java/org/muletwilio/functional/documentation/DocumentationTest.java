package org.muletwilio.functional.documentation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.awaitCallback;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.functional.support.Http;
import org.muletwilio.functional.support.ResourceAnswers;
import org.muletwilio.functional.support.TestApplication;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiFault;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.script.CallScript;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowRun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** The flows that the documentation shows run as it says. */
class DocumentationTest {

  private static final Pattern XML = Pattern.compile("```xml\n(.*?)```", Pattern.DOTALL);
  private static final Pattern FLOW = Pattern.compile("<flow name=\"([^\"]+)\"");
  private static final String CALLER = "+15557654321";
  private static final String HOTLINE = "+14155550150";

  @Test
  void everyFlowOfTwimlRuns() throws Exception {
    String elements = elements("docs/twiml.md");
    try (TwilioSimulator simulator = simulator(); EmbeddedMule mule = application(simulator, freePort(), elements).start()) {
      simulator.script().call("+14155550101", CallScript.answered().presses("1"));
      mule.run("call", "+14155550101");
      mule.run("transcribed-call", "+14155550102");
      mule.run("buy", HOTLINE);
      simulator.receiveMessage(CALLER, HOTLINE, "Hello");
      mule.awaitRun("thanks", FlowRun::succeeded, SOON);
      simulator.receiveCall(CALLER, HOTLINE);
      awaitCallback(simulator, each -> each.signedUrl().contains("/reply-status/"));
      mule.stopFlow("menu");
      mule.run("call", "+14155550103");
      awaitAllRuns(mule, elements);
      simulator.awaitMessages(all -> all.stream().anyMatch(each -> each.text("body").equals("You wrote: Hello")), SOON);
      assertFalse(simulator.calls().stream().anyMatch(call -> simulator.heard(call.sid()).toString().contains("error")));
    }
  }

  @Test
  void everyFlowOfCallbacksRuns() throws Exception {
    String elements = elements("docs/callbacks.md");
    try (TwilioSimulator simulator = simulator(); EmbeddedMule mule = application(simulator, freePort(), elements).start()) {
      mule.run("notify", "+14155550101");
      mule.run("ring", "+14155550102");
      mule.run("notify-customer", "+14155550103");
      simulator.sendEvent(mule.run("event-address", "").payload().toString(),
          "[{\"type\":\"com.twilio.messaging.message.sent\"}]");
      Map<String, ?> connect = mule.run("connect-addresses", "").variables();
      String state = mule.run("connect", "Ada").payload().toString();
      assertEquals(200, Http.get(connect.get("authorizeUrl") + "&AccountSid=AC1&" + state.substring(state.indexOf('?') + 1))
          .statusCode());
      assertEquals(204, Http.send("POST", connect.get("deauthorizeUrl").toString(), "AccountSid=AC1").statusCode());
      ResourceAnswers.answerNext(simulator, 201, Map.of("sid", "WW1"));
      mule.run("create-workflow", Map.of("WorkspaceSid", "WS1", "FriendlyName", "Sales", "Configuration", "{}"));
      String assignments = ResourceAnswers.last(simulator).request().form().first("AssignmentCallbackUrl").orElseThrow();
      CallbackAttempt assigned = simulator.forge(assignments).fields(Form.of("ReservationSid", "WR1"))
          .signedBy(TestApplication.TOKEN)
          .send();
      assertTrue(assigned.answer().orElseThrow().body().contains("\"accept\""), assigned::toString);
      awaitAllRuns(mule, elements);
    }
  }

  /**
   * With one rail: Mule 4.1.1 gives the only event of a scope to one of several, and where that one fails before the others are
   * told that no more events come, the scope never ends.
   */
  @Test
  void theSendThatIsTriedAgainIsSentOnce() throws Exception {
    String flows = elements("docs/errors.md").replace("millisBetweenRetries=\"1000\"", "millisBetweenRetries=\"50\"")
        .replace("<flow name=\"send-once\">", "<flow name=\"send-once\" maxConcurrency=\"1\">");
    try (TwilioSimulator simulator = simulator();
        EmbeddedMule mule = application(simulator, freePort(), flows).start()) {
      simulator.apiFaults().nextCreates(6, ApiFault.answer(ApiAnswer.error(429, 20429, "Too Many Requests")));
      mule.run("send-once", CALLER);
      assertEquals(1, simulator.messages().size(), "five tries of one request, and then a second run");
      simulator.apiFaults().nextCreates(1, ApiFault.cutAfter());
      mule.run("send-once", CALLER);
      assertEquals(2, simulator.messages().size(), "made, and not made again");
      assertEquals(1, mule.runs("may-have-been-sent").size());
      assertEquals(0, mule.runs("refused").size());
      simulator.apiFaults().nextCreates(1, ApiFault.answer(ApiAnswer.error(400, 21211, "Invalid 'To' Phone Number")));
      mule.run("send-once", CALLER);
      assertEquals(1, mule.runs("may-have-been-sent").size());
      assertEquals(1, mule.runs("refused").size());
      assertEquals(9, simulator.requests().stream().filter(each -> each.method().equals("POST")).count());
    }
  }

  @Test
  void theQuickStartRuns() throws Exception {
    String document = XML.matcher(Files.readString(Path.of("docs/quick-start.md"), UTF_8)).results().map(found -> found.group(1))
        .filter(block -> block.startsWith("<?xml")).findFirst().orElseThrow();
    String port = String.valueOf(freePort());
    try (TwilioSimulator simulator = simulator(); EmbeddedMule mule = EmbeddedMule.builder()
        .config(document.replaceFirst("<configuration-properties.*?/>", "")).property("twilio.baseUri", simulator.baseUri())
        .property("twilio.accountSid", TestApplication.ACCOUNT).property("twilio.authToken", TestApplication.TOKEN)
        .property("twilio.domain", "localhost").property("twilio.remotePort", port).property("http.port", port).start()) {
      awaitAllRuns(mule, document);
      mule.awaitRun("hello-status", run -> run.attributes() instanceof CallbackAttributes callback
          && callback.getStatus().equals("delivered"), SOON);
    }
  }

  @Test
  void theFlowsOfStudioAndOfTheMigrationRun() throws Exception {
    for (String page : List.of("docs/studio.md", "docs/migrating-from-mulesofts-connector.md")) {
      String flows = elements(page);
      try (TwilioSimulator simulator = simulator(); EmbeddedMule mule = application(simulator, freePort(),
          flows + TestApplication.sendFlow("message-status")).start()) {
        mule.run("send", "Hello");
        mule.awaitRun("message-status", FlowRun::succeeded, SOON);
      }
    }
  }

  private static void awaitAllRuns(EmbeddedMule mule, String elements) {
    FLOW.matcher(elements).results().map(found -> found.group(1))
        .forEach(flow -> mule.awaitRun(flow, FlowRun::succeeded, SOON));
  }

  private static String elements(String file) throws IOException {
    Matcher blocks = XML.matcher(Files.readString(Path.of(file), UTF_8));
    List<String> flows = blocks.results().map(found -> found.group(1)).filter(block -> block.startsWith("<flow")).toList();
    assertFalse(flows.isEmpty(), file);
    return flows.stream().collect(Collectors.joining());
  }
}
