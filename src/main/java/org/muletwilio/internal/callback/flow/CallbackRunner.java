package org.muletwilio.internal.callback.flow;

import org.mule.runtime.api.message.Message;
import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.api.callback.CallbackAttributesBuilder;
import org.muletwilio.api.callback.ReportedFields;
import org.muletwilio.internal.callback.codec.SafeLogger;
import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.internal.callback.content.CallbackContent;
import org.muletwilio.internal.callback.content.CloudEvent;
import org.muletwilio.internal.callback.idempotency.FlowRun;
import org.muletwilio.internal.callback.idempotency.IdempotencyKey;
import org.muletwilio.internal.callback.idempotency.IdempotentReceiver;
import org.muletwilio.internal.callback.idempotency.LatestStatuses;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.trust.CallerAccount;

import java.util.List;
import java.util.Optional;

/** Runs the flow of a genuine callback, once however often the callback comes. Made by {@link CallbackRunnerFactory}. */
public final class CallbackRunner {

  private static final SafeLogger LOGGER = SafeLogger.of(CallbackRunner.class);

  private final FlowDispatcher flows;
  private final EventRunner events;
  private final CallbackWaits waits;
  private final IdempotentReceiver statuses;
  private final IdempotentReceiver requests;
  private final IdempotentReceiver states;
  private final Runnable stop;
  private final LatestStatuses latest = new LatestStatuses();

  /**
   * @param flows runs flows
   * @param waits bounds how long a flow, and an answer, is waited for
   * @param statuses knows which statuses have run their flow
   * @param requests knows what callbacks were answered that wait for more than a status
   * @param states knows which states of authorizations have been used
   * @param stop ends the threads behind all that
   */
  public CallbackRunner(FlowDispatcher flows, CallbackWaits waits, IdempotentReceiver statuses,
                        IdempotentReceiver requests, IdempotentReceiver states, Runnable stop) {
    this.flows = flows;
    this.events = new EventRunner(flows, waits, statuses);
    this.waits = waits;
    this.statuses = statuses;
    this.requests = requests;
    this.states = states;
    this.stop = stop;
  }

  /**
   * @param route names the flow
   * @param account whose callback it is
   * @param idempotencyToken Twilio's mark that repeats share
   * @param content what Twilio tells
   * @param attributes what else is known
   * @return what becomes of it; never fails
   */
  public CallbackRun run(CallbackRoute route, CallerAccount account, Optional<String> idempotencyToken, CallbackContent content,
                         CallbackAttributesBuilder attributes) {
    Optional<List<CloudEvent>> batch = route.isToSource() ? content.getEvents() : Optional.empty();
    if (batch.isPresent()) {
      return waits.answered(events.run(route, account, batch.get(), attributes.context(route.getContext())
          .idempotencyToken(idempotencyToken.orElse(null)).terminal(false).outOfOrder(false).build()));
    }
    IdempotentReceiver repeats = route.getState().isPresent() ? states : route.getKind().isAnswered() ? requests : statuses;
    MultiMap<String, String> fields = content.getFields();
    return waits.answered(repeats.once(keyOf(route, account, idempotencyToken, content), () -> {
      try {
        Message message = content.messageWith(ReportedFields.addTo(attributes, route.getKind(), fields)
            .correlationId(route.getCorrelationId().orElse(null))
            .context(route.getContext())
            .idempotencyToken(idempotencyToken.orElse(null))
            .terminal(content.isTerminal())
            .outOfOrder(latest.hasLaterThan(account, route.getKind(), fields))
            .build());
        return waits.run(route, content.getResourceSid(), () -> flows.dispatch(route, message));
      } catch (RuntimeException | Error e) {
        // also a run that can't even begin must end: repeats wait for it
        LOGGER.error("A callback for flow '{}' could not be processed", route.getFlow(), e);
        return FlowRun.ended(CallbackAnswer.FLOW_FAILED);
      }
    }));
  }

  /** Lets go of all threads. What still runs is answered no more. */
  public void stop() {
    stop.run();
  }

  private static IdempotencyKey keyOf(CallbackRoute route, CallerAccount account, Optional<String> idempotencyToken,
                                      CallbackContent content) {
    return content.isGivenUp() ? IdempotencyKey.ofGivenUp(route, account, content.getResourceSid().orElse(""))
        : IdempotencyKey.of(route, account, idempotencyToken, content.getFields());
  }
}
