package org.muletwilio.internal.callback.flow;

import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.internal.callback.idempotency.FlowRun;

import java.util.concurrent.CompletableFuture;

/** The run of a callback: the answer to Twilio, which is in time, and the end of the flow, which may be later. Neither fails. */
public final class CallbackRun {

  private final CompletableFuture<CallbackAnswer> answer;
  private final FlowRun flow;

  /**
   * @param answer what Twilio is answered
   * @param flow the run of the flow
   */
  CallbackRun(CompletableFuture<CallbackAnswer> answer, FlowRun flow) {
    this.answer = answer;
    this.flow = flow;
  }

  /** @return what Twilio is answered, before it gives up */
  public CompletableFuture<CallbackAnswer> getAnswer() {
    return answer;
  }

  /** @return how the flow ends, or that it is given up after flowTimeout */
  public CompletableFuture<CallbackAnswer> getEnd() {
    return flow.getEnd();
  }

  /** @return whether the callback repeats one whose flow still runs, and waits for its end: then it is not in progress itself */
  public boolean isRepeat() {
    return flow.isAnother();
  }

  /** @param action is taken when the flow has succeeded, also where it had been given up before */
  public void whenSucceeded(Runnable action) {
    flow.getEnd().thenAccept(end -> takeIfSuccess(end, action));
    flow.getLateEnd().thenAccept(end -> takeIfSuccess(end, action));
  }

  private static void takeIfSuccess(CallbackAnswer end, Runnable action) {
    if (end.isSuccess()) {
      action.run();
    }
  }
}
