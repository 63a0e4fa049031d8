package org.muletwilio.internal.callback;

import static java.util.concurrent.CompletableFuture.failedFuture;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.mule.runtime.api.component.execution.ExecutionResult;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;

import org.muletwilio.api.parameter.DuplicateHandling;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

/** What is in work counts until its flow has ended, however it ends and whenever Twilio is answered. */
class CallbackReceiverTest {

  private final CompletableFuture<ExecutionResult> end = new CompletableFuture<>();

  @Test
  void theAnswerWaitsForTheFlow() throws Exception {
    ReceiverFixture fixture = new ReceiverFixture(false);
    fixture.flowEnds(end);
    List<HttpResponse> answers = fixture.handle(Draft.form().request());
    assertEquals(List.of(), answers);
    assertEquals(503, status(fixture));
    end.complete(Fakes.of(ExecutionResult.class, Map.of()));
    assertEquals(204, answers.get(0).getStatusCode());
    assertEquals(204, status(fixture));
    assertEquals(1, answers.size());
  }

  @Test
  void whatIsAnsweredEarlyIsInWorkUntilItsFlowEnds() throws Exception {
    ReceiverFixture fixture = new ReceiverFixture(true);
    fixture.flowEnds(end);
    assertEquals(204, status(fixture));
    assertEquals(503, status(fixture));
    assertEquals(503, fixture.handle(Draft.json().request()).get(0).getStatusCode());
    end.completeExceptionally(new IllegalStateException("broken on purpose"));
    assertEquals(204, status(fixture));
    assertEquals(2, fixture.runs());
  }

  @Test
  void whateverFailsLeavesRoomForTheNext() throws Exception {
    ReceiverFixture fixture = new ReceiverFixture(false);
    for (int round = 0; round < 3; round++) {
      fixture.flowEnds(failedFuture(new IllegalStateException("broken on purpose")));
      assertEquals(503, status(fixture));
      fixture.flowEnds(null);
      assertEquals(503, status(fixture), "an exception before there is a result");
      fixture.flowEnds(CompletableFuture.completedFuture(Fakes.of(ExecutionResult.class, Map.of("complete", arguments -> {
        throw new IllegalStateException("broken on purpose");
      }))));
      assertEquals(500, status(fixture));
    }
    fixture.flowEnds(CompletableFuture.completedFuture(Fakes.of(ExecutionResult.class, Map.of())));
    assertEquals(204, status(fixture));
  }

  @Test
  void errorsOfTheMachineLeaveRoomForTheNextToo() throws Exception {
    ReceiverFixture fixture = new ReceiverFixture(false);
    HttpRequest broken = Fakes.of(HttpRequest.class, Map.of("getUri", arguments -> {
      throw new StackOverflowError("broken on purpose");
    }));
    assertEquals(500, fixture.handle(broken).get(0).getStatusCode());
    assertEquals(204, status(fixture));
  }

  @Test
  void whatCanNotEvenBeginIsAnsweredAndMayComeAgain() throws Exception {
    for (DuplicateHandling duplicates : DuplicateHandling.values()) {
      for (Throwable reason : List.of(new IllegalStateException("broken on purpose"), new OutOfMemoryError("broken on purpose"))) {
        ReceiverFixture fixture = new ReceiverFixture(false, duplicates);
        fixture.flowCanNotBeFound(reason);
        assertEquals(500, status(fixture));
        assertEquals(500, status(fixture), "a repeat");
      }
    }
  }

  private static int status(ReceiverFixture fixture) {
    List<HttpResponse> answers = fixture.handle(Draft.form().request());
    assertEquals(1, answers.size());
    return answers.get(0).getStatusCode();
  }
}
