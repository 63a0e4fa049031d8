package org.muletwilio.internal.callback.flow;

import org.mule.runtime.api.event.Event;
import org.mule.runtime.api.message.Message;
import org.mule.runtime.api.metadata.TypedValue;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.codec.SafeLogger;
import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.internal.callback.content.Twiml;
import org.muletwilio.internal.callback.content.UnsentAnswer;
import org.muletwilio.internal.callback.content.WebhookAnswer;
import org.muletwilio.internal.callback.route.CallbackRoute;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Makes the answer to a callback from what its flow ends with. Thread-safe. */
final class FlowAnswers {

  private static final SafeLogger LOGGER = SafeLogger.of(FlowAnswers.class);

  /** The flows that have been told that their answers are not sent. */
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /**
   * @param route names the flow, and for what
   * @param began what the flow started with
   * @param ended what it ended with
   * @return the answer; where what the flow ended with can't be sent, that it has failed, and the log says why
   */
  CallbackAnswer of(CallbackRoute route, Message began, Event ended) {
    CallbackKind kind = route.getKind();
    if (kind.isAnsweredWithTwiml()) {
      try {
        return CallbackAnswer.of(Twiml.of(ended.getMessage().getPayload()));
      } catch (IllegalArgumentException e) {
        LOGGER.error("Flow '{}' must end with TwiML as its payload, but {}", route.getFlow(), e.getMessage());
        return CallbackAnswer.FLOW_FAILED;
      }
    }
    if (!kind.isAnswered()) {
      tellOnce(route, began, ended);
      return CallbackAnswer.DONE;
    }
    try {
      return WebhookAnswer.of(kind, ownPayload(began, ended), ended.getVariables());
    } catch (IllegalArgumentException e) {
      LOGGER.error("Flow '{}' must end with the answer to Twilio as its payload (kind {}), but {}", route.getFlow(), kind,
                   e.getMessage());
      return CallbackAnswer.FLOW_FAILED;
    }
  }

  /** The callback itself is not an answer, even where the flow has left it as its payload. */
  private static Optional<TypedValue<?>> ownPayload(Message began, Event ended) {
    TypedValue<?> payload = ended.getMessage().getPayload();
    return payload.getValue() == began.getPayload().getValue() ? Optional.empty() : Optional.of(payload);
  }

  private void tellOnce(CallbackRoute route, Message began, Event ended) {
    if (route.getKind() != CallbackKind.EVENT || told.contains(route.getFlow())) {
      return;
    }
    UnsentAnswer.in(ownPayload(began, ended), ended.getVariables()).filter(what -> told.add(route.getFlow()))
        .ifPresent(what -> LOGGER.warn("Flow '{}' ends with {}, which Twilio does not get: its address was made for EVENT, which "
            + "is answered with 204. If Twilio waits for an answer there, make the address for WEBHOOK or another kind that is "
            + "answered. This is logged once", route.getFlow(), what));
  }
}
