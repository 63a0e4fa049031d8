package org.muletwilio.internal.callback;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.CompletableFuture.failedFuture;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.component.execution.ExecutionResult;
import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.api.parameter.DuplicateHandling;
import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.internal.callback.content.Twiml;
import org.muletwilio.internal.callback.content.WebhookAnswer;
import org.muletwilio.testkit.log.ExpectedErrors;
import org.muletwilio.testkit.log.LogLines;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

/** What is processed: that counts until its flow has ended, however it ends and whenever Twilio is answered. */
@ExpectedErrors({"could not be processed", "its result can't be read"})
class CallbackReceiverTest {

  private final CompletableFuture<ExecutionResult> end = new CompletableFuture<>();

  @Test
  void theAnswerWaitsForTheFlow() throws Exception {
    ReceiverFixture fixture = new ReceiverFixture(false);
    fixture.flowEnds(end);
    List<HttpResponse> answers = fixture.handle(Draft.form().request());
    assertEquals(List.of(), answers);
    assertEquals(503, fixture.status());
    end.complete(Fakes.of(ExecutionResult.class, Map.of()));
    assertEquals(204, answers.get(0).getStatusCode());
    assertEquals(204, fixture.status());
    assertEquals(1, answers.size());
  }

  @Test
  void whatIsAnsweredEarlyIsInProgressUntilItsFlowEnds() throws Exception {
    ReceiverFixture fixture = new ReceiverFixture(true);
    fixture.flowEnds(end);
    assertEquals(204, fixture.status());
    assertEquals(503, fixture.status());
    assertEquals(503, fixture.handle(Draft.json().request()).get(0).getStatusCode());
    end.completeExceptionally(new IllegalStateException("broken on purpose"));
    assertEquals(204, fixture.status());
    assertEquals(2, fixture.runs());
  }

  @Test
  void whateverFailsLeavesRoomForTheNext() throws Exception {
    ReceiverFixture fixture = new ReceiverFixture(false);
    for (int round = 0; round < 3; round++) {
      fixture.flowEnds(failedFuture(new IllegalStateException("broken on purpose")));
      assertEquals(503, fixture.status());
      fixture.flowEnds(null);
      assertEquals(503, fixture.status(), "an exception before there is a result");
      fixture.flowEnds(CompletableFuture.completedFuture(Fakes.of(ExecutionResult.class, Map.of("complete", arguments -> {
        throw new IllegalStateException("broken on purpose");
      }))));
      assertEquals(500, fixture.status());
    }
    fixture.flowEnds(CompletableFuture.completedFuture(Fakes.of(ExecutionResult.class, Map.of())));
    assertEquals(204, fixture.status());
  }

  @Test
  void errorsOfTheMachineLeaveRoomForTheNextToo() throws Exception {
    ReceiverFixture fixture = new ReceiverFixture(false);
    HttpRequest request = Draft.form().request();
    HttpRequest broken = Fakes.of(HttpRequest.class, Map.of("getPath", arguments -> request.getPath(),
        "getHeaderValue", arguments -> request.getHeaderValue((String) arguments[0]), "getUri", arguments -> {
          throw new StackOverflowError("broken on purpose");
        }));
    assertEquals(500, fixture.handle(broken).get(0).getStatusCode());
    assertEquals(204, fixture.status());
  }

  @Test
  void whatCanNotEvenBeginIsAnsweredAndMayComeAgain() throws Exception {
    for (DuplicateHandling duplicates : DuplicateHandling.values()) {
      for (Throwable reason : List.of(new IllegalStateException("broken on purpose"),
          new OutOfMemoryError("broken on purpose"))) {
        ReceiverFixture fixture = new ReceiverFixture(false, duplicates);
        fixture.flowCanNotBeFound(reason);
        assertEquals(500, fixture.status());
        assertEquals(500, fixture.status(), "a repeat");
      }
    }
  }

  @Test
  void anAnswerEndsTheConnectionOnlyWhereABodyMayStillCome() throws Exception {
    ReceiverFixture fixture = new ReceiverFixture(false);
    assertEquals("204 keep", fixture.answer(Draft.form().request()));
    Draft forged = Draft.form();
    forged.signature = "forged";
    assertEquals("403 keep", fixture.answer(forged.request()));
    Draft malformed = Draft.form();
    malformed.body = "a=%zz".getBytes(US_ASCII);
    assertEquals("400 keep", fixture.answer(malformed.request()));
    malformed.target += "&a=%zz";
    assertEquals("400 close", fixture.answer(malformed.request()));
    Draft unknown = Draft.form();
    unknown.target = "/twilio/callbacks/Twilio/x";
    assertEquals("404 close", fixture.answer(unknown.request()));
    fixture.flowEnds(end);
    fixture.handle(Draft.form().request());
    assertEquals("503 close", fixture.answer(Draft.form().request()));
  }

  @Test
  void whatCanNotBeProcessedIsAnError() throws Exception {
    try (LogLines log = LogLines.of(CallbackProcessor.class.getName(), Level.ERROR)) {
      HttpRequest request = Draft.form().request();
      new ReceiverFixture(false).handle(Fakes.of(HttpRequest.class, Map.of("getPath", arguments -> request.getPath(),
          "getHeaderValue", arguments -> request.getHeaderValue((String) arguments[0]), "getUri", arguments -> {
            throw new StackOverflowError("broken on purpose");
          })));
      assertEquals(1, log.with("A callback for flow 'sms status' of config 'Twilio' could not be processed").size());
    }
  }

  @Test
  void anAnswerIsSentAsAWhole() throws Exception {
    List<HttpResponse> sent = new ArrayList<>();
    HttpAnswers.send(CallbackAnswer.of(Twiml.of(TypedValue.of("<Response/>"))), false, (response, status) -> sent.add(response));
    assertEquals(200, sent.get(0).getStatusCode());
    assertTrue(sent.get(0).getHeaderValue("Content-Type").startsWith("text/xml"), sent.get(0).toString());
    assertEquals("<Response/>", new String(sent.get(0).getEntity().getContent().readAllBytes(), US_ASCII));
    HttpAnswers.send(WebhookAnswer.of(CallbackKind.WEBHOOK, Optional.empty(), Map.of("outboundHeaders",
        TypedValue.of(Map.of("Retry-After", "5")))), true, (response, status) -> sent.add(response));
    assertEquals("5 close", sent.get(1).getHeaderValue("Retry-After") + " " + sent.get(1).getHeaderValue("Connection"));
  }
}
