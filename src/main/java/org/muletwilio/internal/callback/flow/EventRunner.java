package org.muletwilio.internal.callback.flow;

import static java.util.stream.Collectors.toList;

import org.mule.runtime.api.message.Message;
import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.callback.CallbackAttributesBuilder;
import org.muletwilio.api.callback.ReportedFields;
import org.muletwilio.internal.callback.codec.SafeLogger;
import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.internal.callback.content.CallbackContent;
import org.muletwilio.internal.callback.content.CloudEvent;
import org.muletwilio.internal.callback.idempotency.FlowRun;
import org.muletwilio.internal.callback.idempotency.IdempotencyKey;
import org.muletwilio.internal.callback.idempotency.IdempotentReceiver;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.schedule.AsyncLoop;
import org.muletwilio.internal.callback.trust.CallerAccount;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs the flow for the events of a batch, each once however often it comes, and in whatever batch. The batch has succeeded when
 * all its events have: Twilio sends it again where one of them has not.
 */
final class EventRunner {

  private static final SafeLogger LOGGER = SafeLogger.of(EventRunner.class);
  /** So many events of a batch run side by side. */
  private static final int MOST_RUNNING = 16;
  private static final String TYPE_FIELD = "EventType";

  private final FlowDispatcher flows;
  private final CallbackWaits waits;
  private final IdempotentReceiver repeats;

  /**
   * @param flows runs flows
   * @param waits bounds how long a flow is waited for
   * @param repeats knows which events have run their flow
   */
  EventRunner(FlowDispatcher flows, CallbackWaits waits, IdempotentReceiver repeats) {
    this.flows = flows;
    this.waits = waits;
    this.repeats = repeats;
  }

  /**
   * @param route leads to a flow's source
   * @param account whose events they are
   * @param events all of a batch
   * @param attributes what is known of the request
   * @return the run of them all; it never fails
   */
  FlowRun run(CallbackRoute route, CallerAccount account, List<CloudEvent> events, CallbackAttributes attributes) {
    CompletableFuture<CallbackAnswer> end = new CompletableFuture<>();
    Results results = new Results(route.getFlow(), events.size(), end);
    if (flows.getSources().takesBatches(route)) {
      Batch batch = new Batch(route, account, events, attributes, results);
      new AsyncLoop(batch::claimNext, batch::fail).run();
    } else {
      Iterator<CloudEvent> left = events.iterator();
      for (int i = 0; i < Math.min(MOST_RUNNING, events.size()); i++) {
        new AsyncLoop(() -> runNext(route, account, left, attributes, results), results::fail).run();
      }
    }
    return FlowRun.of(end, new CompletableFuture<>());
  }

  private Optional<CompletableFuture<?>> runNext(CallbackRoute route, CallerAccount account, Iterator<CloudEvent> left,
                                                 CallbackAttributes attributes, Results results) {
    CloudEvent event;
    synchronized (left) {
      if (!left.hasNext()) {
        return Optional.empty();
      }
      event = left.next();
    }
    return Optional.of(repeats.once(IdempotencyKey.ofEvent(route, account, event.getId()),
        () -> dispatch(route, event.getId(), event.getJson(), event.getType(), attributes)).getEnd().thenAccept(results::add));
  }

  private FlowRun dispatch(CallbackRoute route, String id, String json, String type, CallbackAttributes attributes) {
    try {
      MultiMap<String, String> fields = new MultiMap<>();
      fields.put(TYPE_FIELD, type);
      Message message = new CallbackContent(route.getKind(), fields, Optional.of(json)).messageWith(ReportedFields
          .addTo(new CallbackAttributesBuilder().copyOf(attributes), route.getKind(), fields).build());
      return waits.run(route, Optional.of(id), () -> flows.dispatch(route, message));
    } catch (RuntimeException | Error e) {
      // also a run that can't even begin must end: repeats wait for it
      LOGGER.error("An event for flow '{}' could not be processed", route.getFlow(), e);
      return FlowRun.ended(CallbackAnswer.FLOW_FAILED);
    }
  }

  /** What became of all events: a success, or the first that was none. */
  private static final class Results {

    private final String flow;
    private final CompletableFuture<CallbackAnswer> end;
    private int left;
    private CallbackAnswer worst = CallbackAnswer.DONE;

    private Results(String flow, int count, CompletableFuture<CallbackAnswer> end) {
      this.flow = flow;
      this.left = count;
      this.end = end;
    }

    private void add(CallbackAnswer answer) {
      boolean last;
      synchronized (this) {
        worst = worst.isSuccess() && !answer.isSuccess() ? answer : worst;
        last = --left == 0;
      }
      if (last) {
        end.complete(worst);
      }
    }

    /** What could not be begun must end too: Twilio waits for it, and it keeps its place. */
    private void fail(Throwable failure) {
      LOGGER.error("Events for flow '{}' could not be processed", flow, failure);
      end.complete(CallbackAnswer.FLOW_FAILED);
    }
  }

  /**
   * One run for all events that are new. They are claimed one after the other; what runs already, for another batch, is left to
   * that run. So two batches that hold the same events in any order never wait for each other.
   */
  private final class Batch {

    private final CallbackRoute route;
    private final CallerAccount account;
    private final List<CloudEvent> events;
    private final CallbackAttributes attributes;
    private final Results results;
    private final Iterator<CloudEvent> unclaimed;
    private final Set<CloudEvent> claimed = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<CallbackAnswer> run = new CompletableFuture<>();
    private final CompletableFuture<CallbackAnswer> lateEnd = new CompletableFuture<>();

    private Batch(CallbackRoute route, CallerAccount account, List<CloudEvent> events, CallbackAttributes attributes,
                  Results results) {
      this.route = route;
      this.account = account;
      this.events = events;
      this.attributes = attributes;
      this.results = results;
      this.unclaimed = events.iterator();
    }

    private Optional<CompletableFuture<?>> claimNext() {
      if (!unclaimed.hasNext()) {
        runClaimed();
        return Optional.empty();
      }
      CloudEvent event = unclaimed.next();
      CompletableFuture<Void> decided = new CompletableFuture<>();
      FlowRun own = repeats.once(IdempotencyKey.ofEvent(route, account, event.getId()), () -> {
        claimed.add(event);
        decided.complete(null);
        return FlowRun.of(run, lateEnd);
      });
      own.getEnd().thenAccept(answer -> {
        results.add(answer);
        decided.complete(null);
      });
      if (own.isAnother()) {
        decided.complete(null);
      }
      return Optional.of(decided);
    }

    private void runClaimed() {
      List<CloudEvent> fresh = events.stream().filter(claimed::contains).collect(toList());
      if (fresh.isEmpty()) {
        return;
      }
      FlowRun flow = dispatch(route, fresh.get(0).getId(), CloudEvent.batchOf(fresh), fresh.get(0).getType(), attributes);
      flow.getEnd().thenAccept(run::complete);
      flow.getLateEnd().thenAccept(lateEnd::complete);
    }

    private void fail(Throwable failure) {
      results.fail(failure);
      run.complete(CallbackAnswer.FLOW_FAILED);
    }
  }
}
