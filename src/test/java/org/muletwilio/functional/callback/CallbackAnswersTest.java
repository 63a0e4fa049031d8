package org.muletwilio.functional.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.awaitCallback;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.sendFlow;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.functional.support.Http;
import org.muletwilio.functional.support.TestApplication;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowRun;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is answered to genuine callbacks and to all the rest, on one running application. */
class CallbackAnswersTest {

  private static TwilioSimulator simulator;
  private static EmbeddedMule mule;
  private static CallbackAttempt genuine;
  private static int port;

  @BeforeAll
  static void start() throws Exception {
    port = freePort();
    simulator = simulator();
    mule = application(simulator, port, sendFlow() + flow("status")
        + sendFlow("failing").replace("'send'", "'send-failing'")
        + "<flow name='failing'><raise-error type='APP:BROKEN' description='broken on purpose'/></flow>"
        + sendFlow("handled").replace("'send'", "'send-handled'")
        + "<flow name='handled'><raise-error type='APP:BROKEN' description='broken on purpose'/>"
        + "<error-handler><on-error-continue/></error-handler></flow>"
        + sendFlow("stopping").replace("'send'", "'send-stopping'") + flow("stopping")).start();
    mule.run("send", "Hello");
    genuine = awaitCallback(simulator, each -> each.field("MessageStatus").equals("delivered"));
    mule.awaitRun("status", run -> run.attributes().toString().contains("delivered"), SOON);
  }

  @AfterAll
  static void stop() {
    mule.close();
    simulator.close();
  }

  @Test
  void genuineOnesAreAnsweredWithNoContent() {
    assertEquals(204, genuine.status());
    assertEquals(204, simulator.repeat(genuine).status());
  }

  @Test
  void anUnsignedOrWronglySignedOneIsForbiddenAndRunsNothing() {
    List<FlowRun> before = mule.runs("status");
    assertEquals(403, simulator.forge(genuine).withoutSignature().send().status());
    assertEquals(403, simulator.forge(genuine).wrongSignature().send().status());
    assertEquals(403, simulator.forge(genuine).signature("").send().status());
    assertEquals(403, simulator.forge(genuine).signature("ü%$/=").send().status());
    assertEquals(403, simulator.forge(genuine).signedBy("another token").send().status());
    String signature = new Form(List.of()).toString();
    assertEquals(403, simulator.forge(genuine).fields(Form.of("MessageStatus", "delivered")).signature(signature).send()
        .status());
    assertEquals(before.size(), mule.runs("status").size());
  }

  @Test
  void anotherPathIsNotFound() {
    String query = genuine.signedUrl().substring(genuine.signedUrl().indexOf('?'));
    String path = genuine.signedUrl().substring(0, genuine.signedUrl().indexOf('?'));
    String token = path.substring(path.lastIndexOf('/') + 1);
    for (String url : List.of(path.replace(token, token.toLowerCase() + "x") + query, path.replace(token, "") + query,
        path.replace("/status/", "/other/") + query, path.replace("/message-status/", "/call-status/") + query,
        path.replace("/Twilio/", "/Other/") + query, path.replace("/callbacks/", "/") + query, path + "/x" + query)) {
      assertEquals(404, simulator.forge(genuine).url(ignored -> url).send().status(), url);
    }
  }

  @Test
  void theBasePathTellsNothing() throws Exception {
    for (String path : List.of("/", "/twilio", "/twilio/callbacks", "/twilio/callbacks/", "/twilio/callbacks/Twilio",
        "/twilio/callbacks/Twilio/")) {
      HttpResponse<String> answer = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()
          .send(java.net.http.HttpRequest.newBuilder(java.net.URI.create("http://127.0.0.1:" + port + path)).build(),
              HttpResponse.BodyHandlers.ofString());
      assertEquals(404, answer.statusCode(), path);
      assertTrue(!answer.body().toLowerCase().contains("twilio/") || answer.body().contains(path), answer.body());
    }
  }

  @Test
  void otherMethodsAreNotAllowed() throws Exception {
    for (String method : List.of("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE1")) {
      assertEquals(405, Http.send(method, genuine.signedUrl(), "").statusCode(), method);
    }
  }

  @Test
  void aSignedGetRunsTheFlow() throws Exception {
    int before = mule.runs("status").size();
    CallbackAttempt get = simulator.forge(genuine).method("GET").fields(Form.of("MessageSid", "SMget", "MessageStatus", "read"))
        .signedBy(TestApplication.TOKEN).send();
    assertEquals(204, get.status());
    FlowRun run = mule.awaitRun("status", each -> each.attributes().toString().contains("SMget"), SOON);
    assertTrue(run.payload().toString().contains("MessageStatus=[read]") || run.payload().toString().contains("read"));
    assertTrue(!run.payload().toString().contains("context"), run.payload().toString());
    assertTrue(mule.runs("status").size() > before);
  }

  @Test
  void tooLargeABodyIsRefused() throws Exception {
    assertEquals(413, post("", "Body=" + "a".repeat(64 * 1024)));
    assertEquals(403, post("", "Body=" + "a".repeat(64 * 1024 - 5)));
  }

  @Test
  void aMalformedFormIsABadRequest() throws Exception {
    assertEquals(400, post("", "MessageStatus=%zz"));
    assertEquals(400, post("", "MessageStatus=%ff"));
    assertEquals(400, post("&x=%ff", "MessageStatus=sent"));
    assertEquals(400, post("", "a&".repeat(501)));
    assertEquals(400, post("&" + "a&".repeat(501), "MessageStatus=sent"));
  }

  @Test
  void aFailingFlowIsAServerErrorAndTwilioRepeats() throws Exception {
    mule.run("send-failing", "Hello");
    simulator.awaitCallbacks(all -> all.stream().filter(each -> each.signedUrl().contains("/failing/")
        && each.field("MessageStatus").equals("delivered")).count() == 4, SOON);
    List<CallbackAttempt> attempts = simulator.callbacks().stream().filter(each -> each.signedUrl().contains("/failing/")
        && each.field("MessageStatus").equals("delivered")).toList();
    assertTrue(attempts.stream().allMatch(each -> each.status() == 500));
    assertEquals(1, attempts.stream().map(CallbackAttempt::idempotencyToken).distinct().count());
  }

  @Test
  void aFlowThatHandlesItsErrorSucceeds() throws Exception {
    mule.run("send-handled", "Hello");
    assertEquals(204, awaitCallback(simulator, each -> each.signedUrl().contains("/handled/")).status());
  }

  @Test
  void aStoppedFlowIsUnavailableUntilItStarts() throws Exception {
    mule.run("send-stopping", "Hello");
    CallbackAttempt first = awaitCallback(simulator, each -> each.signedUrl().contains("/stopping/")
        && each.field("MessageStatus").equals("delivered"));
    mule.stopFlow("stopping");
    assertEquals(503, another(first, "SMstopped").status());
    mule.startFlow("stopping");
    assertEquals(204, another(first, "SMstopped").status());
  }

  @Test
  void aFlowThatIsGoneIsUnavailable() throws Exception {
    int other = freePort();
    try (TwilioSimulator own = simulator()) {
      String callback = "<twilio:http-callback-config host='127.0.0.1' localPort='" + other + "'/>";
      CallbackAttempt sent;
      try (EmbeddedMule before = application(own, other, sendFlow("leaving") + flow("leaving")).start()) {
        before.run("send", "Hello");
        sent = awaitCallback(own, each -> each.field("MessageStatus").equals("delivered"));
      }
      try (EmbeddedMule after = application(config("Twilio", own, callback) + flow("staying")).start()) {
        assertEquals(503, own.repeat(sent).status());
      }
    }
  }

  @Test
  void asyncAnswersAtOnceWhateverBecomesOfTheFlow() throws Exception {
    int other = freePort();
    try (TwilioSimulator own = simulator();
        EmbeddedMule app = application(config("Twilio", own, "<twilio:http-callback-config host='127.0.0.1' async='true' "
            + "localPort='" + other + "'/>") + sendFlow("failing")
            + "<flow name='failing'><raise-error type='APP:BROKEN'/></flow>").start()) {
      app.run("send", "Hello");
      assertEquals(204, awaitCallback(own, each -> each.field("MessageStatus").equals("delivered")).status());
      app.awaitRun("failing", FlowRun::failed, SOON);
    }
  }

  @Test
  void validateSignatureFalseTakesUnsignedOnesButNoOtherPaths() throws Exception {
    int other = freePort();
    try (TwilioSimulator own = simulator();
        EmbeddedMule app = application(config("Twilio", own, "<twilio:http-callback-config host='127.0.0.1' "
            + "validateSignature='false' localPort='" + other + "'/>") + sendFlow() + flow("status")).start()) {
      app.run("send", "Hello");
      CallbackAttempt sent = awaitCallback(own, each -> each.field("MessageStatus").equals("delivered"));
      assertEquals(204, own.forge(sent).withoutSignature().send().status());
      assertEquals(404, own.forge(sent).url(url -> url.replace("/status/", "/send/")).withoutSignature().send().status());
    }
  }

  /** @return what comes of a genuine callback for another message */
  private static CallbackAttempt another(CallbackAttempt like, String messageSid) {
    return simulator.forge(like).fields(Form.of("MessageSid", messageSid, "MessageStatus", "sent")).idempotencyToken(messageSid)
        .signedBy(TestApplication.TOKEN).send();
  }

  /** @return the status of the answer to a request that has a signature, if not a right one */
  private static int post(String query, String form) throws Exception {
    return Http.send("POST", genuine.signedUrl() + query, form, "X-Twilio-Signature", "AAAA").statusCode();
  }
}
