package org.muletwilio.internal.callback.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.internal.callback.trust.CallerAccount;
import org.muletwilio.testkit.log.LogLines;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches of events for a source or a named flow, and what is not a batch. */
class EventRunnerTest extends EventRunnerFixture {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBatchIsOneRunWhereTheSourceTakesBatches(boolean batches) {
    takeBatches(batches);
    run("2", "1");
    assertEquals(batches ? 1 : 2, began.size(), began.toString());
  }

  @Test
  void aSourceTakesEventsOneByOneUnlessItSaysOtherwise() {
    flows.getSources().add(ROUTE, message -> {
      began.add(message.getPayload().getValue().toString());
      return new CompletableFuture<>();
    });
    run("1", "2");
    assertEquals(2, began.size(), began.toString());
  }

  @Test
  void withoutASourceABatchIsUnavailableAndTheSourceToldOf() throws Exception {
    try (LogLines log = LogLines.of(FlowSources.class.getName(), Level.WARN)) {
      assertEquals(CallbackAnswer.FLOW_UNAVAILABLE, run("1", "2").getEnd().get(10, TimeUnit.SECONDS));
      assertEquals(2, log.with("Twilio called back for the source of flow 'events', which is stopped or which the application no "
          + "longer has").size(), log.all()::toString);
    }
  }

  @Test
  void aSourceThatIsRemovedIsAskedNoLongerAndAnotherStays() {
    takeBatches(false);
    flows.getSources().remove(ROUTE, message -> new CompletableFuture<>());
    run("1");
    assertEquals(1, began.size());
    flows.getSources().remove(ROUTE, source);
    run("2");
    assertEquals(1, began.size());
  }

  @Test
  void aSourceThatCanNotBeginIsAFailureAndToldOf() throws Exception {
    for (Throwable failure : List.of(new IllegalStateException("on purpose"), new StackOverflowError("on purpose"))) {
      flows.getSources().add(ROUTE, message -> {
        if (failure instanceof StackOverflowError) {
          throw (StackOverflowError) failure;
        }
        throw (IllegalStateException) failure;
      });
      try (LogLines ofSources = LogLines.of(FlowSources.class.getName(), Level.ERROR);
          LogLines ofEvents = LogLines.of(EventRunner.class.getName(), Level.ERROR)) {
        assertEquals(CallbackAnswer.FLOW_FAILED, run("1").getEnd().get(10, TimeUnit.SECONDS));
        assertEquals(1, ofSources.with("The source of flow 'events' can't process a callback").size()
            + ofEvents.with("An event for flow 'events' could not be processed").size());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{}", "[1]", "\"EZ1\"", "[{\"id\":\"1\"},2]"})
  void whatIsNoEventRunsTheFlowAsItCame(String json) {
    takeBatches(false);
    run(json, CallerAccount.OWN);
    assertEquals(List.of(json), began);
  }

  @Test
  void anEventWithoutAnIdRunsTheFlowByItself() throws Exception {
    takeBatches(false);
    for (int i = 0; i < 2; i++) {
      run("[{\"type\":\"x\"},{\"id\":7},{\"id\":\"\"}]", CallerAccount.OWN);
    }
    assertEquals(List.of("{\"type\":\"x\"}", "{\"id\":7}", "{\"id\":\"\"}"), began);
  }
}
