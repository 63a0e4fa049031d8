package org.muletwilio.internal.callback.idempotency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.internal.callback.content.CallbackAnswer;

import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

/** What may serve once: the first run, and what comes after it. */
class SingleUseTest {

  @Test
  void theFirstRunIsAnsweredAsItEnds() {
    SingleUse single = new SingleUse((identity, run) -> run.get());
    assertEquals(CallbackAnswer.DONE, single.once(null, () -> FlowRun.ended(CallbackAnswer.DONE)).getEnd().join());
    assertEquals(CallbackAnswer.FLOW_FAILED, single.once(null, () -> FlowRun.ended(CallbackAnswer.FLOW_FAILED)).getEnd().join());
  }

  @Test
  void aRunThatBeginsLaterIsStillTheFirst() {
    CompletableFuture<CallbackAnswer> store = new CompletableFuture<>();
    SingleUse single = new SingleUse((identity, run) ->
        FlowRun.of(store.thenCompose(claimed -> run.get().getEnd()), new CompletableFuture<>()));
    FlowRun begun = single.once(null, () -> FlowRun.ended(CallbackAnswer.DONE));
    assertFalse(begun.getEnd().isDone());
    store.complete(CallbackAnswer.DONE);
    assertEquals(CallbackAnswer.DONE, begun.getEnd().join());
  }

  @Test
  void whatHasSucceededBeforeIsRefusedAndWhatCanNotBeKnownIsUnavailable() {
    SingleUse used = new SingleUse((identity, run) -> FlowRun.ended(CallbackAnswer.DONE));
    assertEquals(CallbackAnswer.USED_UP, used.once(null, () -> FlowRun.ended(CallbackAnswer.DONE)).getEnd().join());
    SingleUse unknown = new SingleUse((identity, run) -> FlowRun.ended(CallbackAnswer.FLOW_UNAVAILABLE));
    assertEquals(CallbackAnswer.FLOW_UNAVAILABLE, unknown.once(null, () -> FlowRun.ended(CallbackAnswer.DONE)).getEnd().join());
  }

  @Test
  void whoWaitsForAnotherRunIsRefusedWhenThatSucceeds() {
    CompletableFuture<CallbackAnswer> other = new CompletableFuture<>();
    FlowRun waiting = new SingleUse((identity, run) -> FlowRun.ofAnother(other))
        .once(null, () -> FlowRun.ended(CallbackAnswer.DONE));
    assertTrue(waiting.isAnother());
    other.complete(CallbackAnswer.DONE);
    assertEquals(CallbackAnswer.USED_UP, waiting.getEnd().join());
  }
}
