package org.muletwilio.internal.callback.flow;

import static java.util.concurrent.CompletableFuture.completedFuture;

import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.api.store.ObjectStoreManager;
import org.mule.runtime.api.store.ObjectStoreSettings;
import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.api.callback.CallbackAttributesBuilder;
import org.muletwilio.api.callback.ReportedFields;
import org.muletwilio.api.parameter.DuplicateHandling;
import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.internal.callback.content.CallbackContent;
import org.muletwilio.internal.callback.idempotency.AnswerCache;
import org.muletwilio.internal.callback.idempotency.IdempotencyKey;
import org.muletwilio.internal.callback.idempotency.IdempotentReceiver;
import org.muletwilio.internal.callback.idempotency.InMemoryIdempotentReceiver;
import org.muletwilio.internal.callback.idempotency.LatestStatuses;
import org.muletwilio.internal.callback.idempotency.ObjectStoreIdempotentReceiver;
import org.muletwilio.internal.callback.idempotency.StatusAnswerCache;
import org.muletwilio.internal.callback.idempotency.TwimlAnswerCache;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.trust.CallerAccount;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the flow of a genuine callback, once however often the callback comes. */
public final class CallbackRunner {

  private static final Logger LOGGER = LoggerFactory.getLogger(CallbackRunner.class);
  /** Callbacks at the least, some 85 bytes each; there may be twice as many. */
  private static final int LEAST_STATUSES = 50_000;
  /** Up to 64 KiB each. */
  private static final int MOST_ANSWERS_WITH_TWIML = 1_000;

  private final FlowDispatcher flows;
  private final IdempotentReceiver statuses;
  private final IdempotentReceiver requestsForTwiml;
  private final LatestStatuses latest = new LatestStatuses();

  /**
   * @param config the config's name
   * @param settings how callbacks are worked on
   * @param flows runs flows
   * @param stores has the object store that remembers over restarts
   * @return the runner
   */
  public static CallbackRunner of(String config, ProcessingSettings settings, FlowDispatcher flows, ObjectStoreManager stores) {
    if (settings.getDuplicates() == DuplicateHandling.PASS) {
      return new CallbackRunner(flows, IdempotentReceiver.PASS, IdempotentReceiver.PASS);
    }
    long window = settings.getDuplicateWindowMillis();
    IdempotentReceiver inMemory =
        new InMemoryIdempotentReceiver(new StatusAnswerCache(window, LEAST_STATUSES, System::currentTimeMillis));
    ObjectStoreSettings store =
        ObjectStoreSettings.builder().persistent(true).entryTtl(window).expirationInterval(window).build();
    IdempotentReceiver statuses = settings.getObjectStore()
        .map(name -> stores.<ObjectStore<String>>getOrCreateObjectStore(name, store))
        .<IdempotentReceiver>map(found -> new ObjectStoreIdempotentReceiver(found, "twilio/" + config + "/", inMemory,
                                                                            System::currentTimeMillis))
        .orElse(inMemory);
    AnswerCache twiml = new TwimlAnswerCache(window, MOST_ANSWERS_WITH_TWIML, System::currentTimeMillis);
    return new CallbackRunner(flows, statuses, new InMemoryIdempotentReceiver(twiml));
  }

  /**
   * @param flows runs flows
   * @param statuses knows which statuses have run their flow
   * @param requestsForTwiml knows what was answered with TwiML
   */
  public CallbackRunner(FlowDispatcher flows, IdempotentReceiver statuses, IdempotentReceiver requestsForTwiml) {
    this.flows = flows;
    this.statuses = statuses;
    this.requestsForTwiml = requestsForTwiml;
  }

  /**
   * @param route names the flow
   * @param account whose callback it is
   * @param idempotencyToken Twilio's mark that repeats share
   * @param content what Twilio tells
   * @param attributes what else is known
   * @return how the flow ended; never fails
   */
  public CompletableFuture<CallbackAnswer> run(CallbackRoute route, CallerAccount account, Optional<String> idempotencyToken,
                                               CallbackContent content, CallbackAttributesBuilder attributes) {
    IdempotentReceiver repeats = route.getKind().isAnsweredWithTwiml() ? requestsForTwiml : statuses;
    MultiMap<String, String> fields = content.getFields();
    return repeats.once(IdempotencyKey.of(route, account, idempotencyToken, fields), () -> {
      try {
        return flows.dispatch(route, content.messageWith(ReportedFields.addTo(attributes, route.getKind(), fields)
            .correlationId(route.getCorrelationId().orElse(null))
            .context(route.getContext())
            .idempotencyToken(idempotencyToken.orElse(null))
            .terminal(content.isTerminal())
            .outOfOrder(latest.hasLaterThan(account, route.getKind(), fields))
            .build()));
      } catch (RuntimeException | Error e) {
        // also a run that can't even begin must end: repeats wait for it
        LOGGER.error("A callback for flow '{}' could not be worked on", route.getFlow(), e);
        return completedFuture(CallbackAnswer.FLOW_FAILED);
      }
    });
  }
}
