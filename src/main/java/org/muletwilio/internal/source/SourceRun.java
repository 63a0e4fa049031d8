package org.muletwilio.internal.source;

import org.mule.runtime.api.message.Error;
import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.extension.api.runtime.source.SourceCallbackContext;

import org.muletwilio.internal.callback.codec.SafeLogger;
import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.internal.callback.content.Twiml;
import org.muletwilio.internal.callback.flow.FlowFailure;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A run of a source's flow for one callback. It ends once, with what Twilio is answered. */
final class SourceRun {

  private static final SafeLogger LOGGER = SafeLogger.of(SourceRun.class);
  private static final String NAME = "twilio-run";

  private final String flow;
  private final Object began;
  private final CompletableFuture<CallbackAnswer> end = new CompletableFuture<>();

  /**
   * @param flow the flow's name
   * @param began the payload that the flow starts with
   */
  SourceRun(String flow, Object began) {
    this.flow = flow;
    this.began = began;
  }

  /** @return the run that belongs to what Mule calls a source back about */
  static SourceRun of(SourceCallbackContext context) {
    return context.<SourceRun>getVariable(NAME)
        .orElseThrow(() -> new IllegalStateException("the context is not that of a callback"));
  }

  void attachTo(SourceCallbackContext context) {
    context.addVariable(NAME, this);
  }

  CompletableFuture<CallbackAnswer> getEnd() {
    return end;
  }

  /** The flow has ended well, and nothing of it is answered. */
  void succeed() {
    end.complete(CallbackAnswer.DONE);
  }

  /**
   * The flow has ended well.
   *
   * @param body what Twilio is answered
   * @param silent whether nothing is an answer, too, also where the flow has left the callback as its payload
   * @throws IllegalArgumentException if it is not TwiML, which Mule takes for an error of the source's response
   */
  void answer(TypedValue<?> body, boolean silent) {
    try {
      end.complete(CallbackAnswer.of(Twiml.of(silent && body.getValue() == began ? TypedValue.of(null) : body)));
    } catch (IllegalArgumentException e) {
      LOGGER.error("Flow '{}' must answer with TwiML, but {}", flow, e.getMessage());
      throw e;
    }
  }

  /**
   * The flow has failed, or could not run.
   *
   * @param error what went wrong
   * @param body what Twilio is answered all the same, or null
   */
  void fail(Error error, TypedValue<?> body) {
    CallbackAnswer answer = FlowFailure.answerOfSource(flow, error);
    if (body == null || body.getValue() == null || answer.equals(CallbackAnswer.FLOW_UNAVAILABLE)) {
      end.complete(answer);
      return;
    }
    try {
      end.complete(CallbackAnswer.of(Twiml.of(body)));
    } catch (IllegalArgumentException e) {
      LOGGER.error("Flow '{}' must answer with TwiML after an error, but {}", flow, e.getMessage());
      end.complete(CallbackAnswer.FLOW_FAILED);
    }
  }

  /** The flow has no room for one more event, and has not begun. */
  void refuse() {
    end.complete(CallbackAnswer.FLOW_BUSY);
  }

  /**
   * Mule has done with the run. Where the flow could not begin, or its error handler has failed, it has told of nothing before.
   *
   * @param error what went wrong, if anything
   */
  void terminate(Optional<Error> error) {
    if (!end.isDone()) {
      end.complete(error.map(each -> FlowFailure.answerOfSource(flow, each)).orElse(CallbackAnswer.FLOW_FAILED));
    }
  }
}
