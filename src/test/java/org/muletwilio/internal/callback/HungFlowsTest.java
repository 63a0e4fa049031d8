package org.muletwilio.internal.callback;

import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.component.execution.ExecutionResult;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;

import org.muletwilio.api.parameter.DuplicateHandling;
import org.muletwilio.internal.callback.flow.CallbackWaits;
import org.muletwilio.testkit.log.LogLines;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

/** Flows that end late, or never: no callback waits for them longer than Twilio does, and none keeps its place for ever. */
class HungFlowsTest {

  private final CompletableFuture<ExecutionResult> end = new CompletableFuture<>();

  /** A flow that is stopped while it runs never ends (Mule 4.1). */
  @Test
  void aRunWithoutAnEndIsAnsweredInTimeAndLeavesItsPlaceAfterTheTimeout() throws Exception {
    ReceiverFixture fixture = new ReceiverFixture(false);
    fixture.flowEnds(end);
    List<HttpResponse> answers = fixture.handle(Draft.form().request());
    fixture.pass(13_000 - 1);
    assertEquals(List.of(), answers);
    fixture.pass(1);
    assertEquals(503, answers.get(0).getStatusCode());
    fixture.flowEnds(CompletableFuture.completedFuture(Fakes.of(ExecutionResult.class, Map.of())));
    fixture.pass(ReceiverFixture.FLOW_TIMEOUT_MILLIS - 13_000 - 1);
    assertEquals(503, fixture.status(), "the flow still runs");
    fixture.pass(1);
    assertEquals(204, fixture.status());
    end.complete(Fakes.of(ExecutionResult.class, Map.of()));
    assertEquals(204, fixture.status());
    assertEquals(1, answers.size());
  }

  @Test
  void repeatsThatWaitForARunTakeNoPlace() throws Exception {
    ReceiverFixture fixture = new ReceiverFixture(false, DuplicateHandling.SUPPRESS, 2);
    fixture.flowEnds(end);
    List<List<HttpResponse>> same = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      same.add(fixture.handle(Draft.form().request()));
    }
    assertEquals(1, fixture.runs());
    fixture.flowEnds(CompletableFuture.completedFuture(Fakes.of(ExecutionResult.class, Map.of())));
    Draft other = Draft.form("MessageSid", "SM2", "MessageStatus", "sent");
    other.signFormWith(ReceiverFixture.SECRET);
    assertEquals(204, fixture.handle(other.request()).get(0).getStatusCode());
    assertTrue(same.stream().allMatch(List::isEmpty));
    end.complete(Fakes.of(ExecutionResult.class, Map.of()));
    same.forEach(each -> assertEquals(204, each.get(0).getStatusCode()));
    assertEquals(2, fixture.runs());
  }

  @Test
  void repeatsGiveUpBeforeTwilioDoes() throws Exception {
    ReceiverFixture fixture = new ReceiverFixture(false, DuplicateHandling.SUPPRESS, 2);
    fixture.flowEnds(end);
    fixture.handle(Draft.form().request());
    fixture.pass(5_000);
    List<HttpResponse> repeat = fixture.handle(Draft.form().request());
    fixture.pass(13_000 - 1);
    assertEquals(List.of(), repeat);
    fixture.pass(1);
    assertEquals(503, repeat.get(0).getStatusCode());
  }

  @Test
  void whatEndsAfterItWasGivenUpIsRememberedAndOneWarningTellsOfIt() throws Exception {
    ReceiverFixture fixture = new ReceiverFixture(false, DuplicateHandling.SUPPRESS, 2);
    fixture.flowEnds(end);
    List<HttpResponse> answers = fixture.handle(Draft.form().request());
    try (LogLines log = LogLines.of(CallbackWaits.class.getName(), Level.WARN)) {
      fixture.pass(ReceiverFixture.FLOW_TIMEOUT_MILLIS);
      fixture.pass(ReceiverFixture.FLOW_TIMEOUT_MILLIS);
      assertEquals(1, log.all().size(), log.all()::toString);
      String warning = log.all().get(0);
      assertTrue(warning.contains("'sms status'") && warning.contains("SM1") && warning.contains("60 s"), warning);
    }
    end.complete(Fakes.of(ExecutionResult.class, Map.of()));
    assertEquals(204, fixture.status());
    assertEquals(1, fixture.runs());
    assertEquals(List.of(503), answers.stream().map(HttpResponse::getStatusCode).collect(toList()));
  }
}
