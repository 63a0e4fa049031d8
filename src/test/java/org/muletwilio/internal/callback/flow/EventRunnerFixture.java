package org.muletwilio.internal.callback.flow;

import static java.util.stream.Collectors.joining;

import org.mule.runtime.api.message.Message;
import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.api.callback.CallbackAttributesBuilder;
import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.internal.callback.content.CallbackContent;
import org.muletwilio.internal.callback.idempotency.IdempotentReceiver;
import org.muletwilio.internal.callback.idempotency.InMemoryIdempotentReceiver;
import org.muletwilio.internal.callback.idempotency.StatusAnswerCache;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.schedule.Deadlines;
import org.muletwilio.internal.callback.trust.CallerAccount;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A runner of events whose source takes batches, or each event by itself, and ends as a test wants it. */
abstract class EventRunnerFixture {

  static final CallbackRoute ROUTE = CallbackRoute.toSource("Twilio", CallbackKind.EVENT, "events");

  final Deadlines deadlines = new Deadlines(System::nanoTime, Runnable::run);
  final List<String> began = new ArrayList<>();
  final List<CompletableFuture<CallbackAnswer>> ends = new ArrayList<>();
  FlowSource source;
  final FlowDispatcher flows = new FlowDispatcher(null);
  final CallbackWaits waits = TestWaits.of("Twilio", deadlines, 600_000);
  final IdempotentReceiver statuses =
      new InMemoryIdempotentReceiver(new StatusAnswerCache(600_000, 50_000, System::currentTimeMillis), deadlines, 13_000);
  final CallbackRunner runner =
      new CallbackRunner(flows, waits, statuses, IdempotentReceiver.PASS, IdempotentReceiver.PASS, () -> { });

  void takeBatches(boolean batches) {
    source = new FlowSource() {

      @Override
      public boolean takesBatches() {
        return batches;
      }

      @Override
      public CompletableFuture<CallbackAnswer> run(Message message) {
        began.add(message.getPayload().getValue().toString());
        ends.add(new CompletableFuture<>());
        return ends.get(ends.size() - 1);
      }
    };
    flows.getSources().add(ROUTE, source);
  }

  CallbackRun run(String... ids) {
    return run(json(ids), CallerAccount.OWN);
  }

  static String json(String... ids) {
    return Stream.of(ids).map(id -> "{\"id\":\"" + id + "\",\"type\":\"x\"}").collect(joining(",", "[", "]"));
  }

  CallbackRun run(String json, CallerAccount account) {
    return run(runner, json, account);
  }

  static CallbackRun run(CallbackRunner runner, String json, CallerAccount account) {
    return runner.run(ROUTE, account, Optional.empty(),
        new CallbackContent(CallbackKind.EVENT, new MultiMap<>(), Optional.of(json)),
        new CallbackAttributesBuilder().kind(CallbackKind.EVENT).flow("events").method("POST"));
  }
}
