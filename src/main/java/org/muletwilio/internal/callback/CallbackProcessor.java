package org.muletwilio.internal.callback;

import static java.time.ZoneOffset.UTC;

import org.mule.runtime.http.api.domain.request.HttpRequestContext;

import org.muletwilio.api.callback.CallbackAttributesBuilder;
import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.codec.SafeLogger;
import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.internal.callback.content.CallbackBody;
import org.muletwilio.internal.callback.content.CallbackContent;
import org.muletwilio.internal.callback.content.CallbackRequest;
import org.muletwilio.internal.callback.flow.CallbackRun;
import org.muletwilio.internal.callback.flow.CallbackRunner;
import org.muletwilio.internal.callback.pending.AwaitedStatus;
import org.muletwilio.internal.callback.reconciliation.StatusReconciler;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.route.RoutePath;
import org.muletwilio.internal.callback.signature.Authentication;

import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Reads a callback, refuses it unless it is genuine, runs the flow, and answers when the flow ends. It may wait for the body. */
final class CallbackProcessor {

  private static final SafeLogger LOGGER = SafeLogger.of(CallbackProcessor.class);

  private final String config;
  private final CallbackBodyReader bodies;
  private final CallbackVerifier verifier;
  private final CallbackRunner runner;
  private final Optional<StatusReconciler> reconciler;
  private final RefusalLog refusals;
  private final StateCheck states;
  private final boolean async;
  private final Executor threads;

  /**
   * @param config the config's name
   * @param bodies reads bodies
   * @param verifier knows which requests are genuine
   * @param runner runs flows
   * @param reconciler is told of last statuses, where there is one
   * @param refusals tells of what is refused
   * @param async whether to answer before the flow has ended
   * @param threads run what may wait
   */
  CallbackProcessor(String config, CallbackBodyReader bodies, CallbackVerifier verifier, CallbackRunner runner,
                    Optional<StatusReconciler> reconciler, RefusalLog refusals, boolean async, Executor threads) {
    this.config = config;
    this.bodies = bodies;
    this.verifier = verifier;
    this.runner = runner;
    this.reconciler = reconciler;
    this.refusals = refusals;
    this.states = new StateCheck(refusals);
    this.async = async;
    this.threads = threads;
  }

  /**
   * @param path what the request's path says
   * @param context the request
   * @param exchange is ended in every case, at once or when the flow ends
   */
  void process(RoutePath path, HttpRequestContext context, CallbackExchange exchange) {
    try {
      Optional<CallbackRequest> request = CallbackRequest.of(context.getRequest());
      if (request.isPresent()) {
        process(path, context, request.get(), exchange);
      } else {
        refusals.add(Refusal.MALFORMED, () -> Refusal.callback(CallbackRequest.remoteOf(context), path.getFlow())
            + " whose query is malformed");
        exchange.end(CallbackAnswer.MALFORMED);
      }
    } catch (RuntimeException | Error e) {
      // also where memory or stack runs out, what was admitted must leave again
      failed(path.getFlow(), e, exchange);
    }
  }

  private void failed(String flow, Throwable failure, CallbackExchange exchange) {
    LOGGER.error("A callback for flow '{}' of config '{}' could not be processed", flow, config, failure);
    exchange.end(CallbackAnswer.FLOW_FAILED);
  }

  private void process(RoutePath path, HttpRequestContext context, CallbackRequest request, CallbackExchange exchange) {
    Optional<CallbackRoute> route = CallbackRoute.of(config, path, request.getQuery());
    if (!route.isPresent()) {
      exchange.end(CallbackAnswer.UNKNOWN);
      return;
    }
    Optional<CallbackRoute> admitted = path.getKind() == CallbackKind.CONNECT_AUTHORIZATION
        ? states.admit(path, route.get(), CallbackRequest.remoteOf(context), request, exchange) : route;
    if (!admitted.isPresent()) {
      return;
    }
    bodies.read(path, context, request.getContentType(), exchange)
        .ifPresent(body -> verify(admitted.get(), request, body, CallbackRequest.remoteOf(context), exchange));
  }

  private void verify(CallbackRoute route, CallbackRequest request, CallbackBody body, String remote, CallbackExchange exchange) {
    CompletableFuture<Optional<Authentication>> authentication = verifier.authenticate(request, route.getKind(), body);
    Consumer<Optional<Authentication>> decide = genuine -> {
      if (genuine.isPresent()) {
        run(route, request, body, genuine.get(), remote, exchange);
      } else {
        refusals.add(Refusal.WRONGLY_SIGNED, () -> Refusal.callback(remote, route.getFlow()) + " (TWILIO:INVALID_SIGNATURE): "
            + verifier.reasonAgainst(request, body));
        exchange.end(CallbackAnswer.FORGED);
      }
    };
    (authentication.isDone() ? authentication.thenAccept(decide) : authentication.thenAcceptAsync(decide, threads))
        .whenComplete((decided, failure) -> {
          if (failure != null) {
            undecided(remote, route.getFlow(), failure, exchange);
          }
        });
  }

  private void undecided(String remote, String flow, Throwable failure, CallbackExchange exchange) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof RejectedExecutionException) {
      refusals.add(Refusal.NO_THREAD, () -> Refusal.callback(remote, flow) + ", since Mule has no free thread for it: "
          + cause.getMessage());
      exchange.end(CallbackAnswer.BUSY);
    } else {
      failed(flow, failure, exchange);
    }
  }

  private void run(CallbackRoute route, CallbackRequest request, CallbackBody body, Authentication genuine, String remote,
                   CallbackExchange exchange) {
    CallbackContent content =
        new CallbackContent(route.getKind(), request.fieldsWith(body.getForm()), body.getJson());
    // before the flow begins, which gets the fields and may change them
    Optional<AwaitedStatus> ended = AwaitedStatus.endedBy(route.getKind(), genuine.getAccount(), content);
    CallbackRun run = runner.run(route, genuine.getAccount(), request.getIdempotencyToken(), content,
        new CallbackAttributesBuilder().kind(route.getKind()).flow(route.getFlow()).method(request.getMethod())
            .publicUrl(genuine.getUrl()).remoteAddress(remote).receivedAt(ZonedDateTime.now(UTC)));
    ended.ifPresent(status -> run.whenSucceeded(() -> reconciler.ifPresent(each -> each.forget(status))));
    if (run.isRepeat()) {
      exchange.leave();
    } else {
      run.getEnd().whenComplete((end, failure) -> exchange.leave());
    }
    if (async && !route.getKind().isAnswered()) {
      exchange.answer(CallbackAnswer.DONE);
      return;
    }
    run.getAnswer().whenComplete((answer, failure) -> {
      if (failure != null) {
        failed(route.getFlow(), failure, exchange);
      } else if (run.getEnd().isDone()) {
        // whoever is answered may call again at once, and finds the place free
        exchange.end(answer);
      } else {
        exchange.answer(answer);
      }
    });
  }
}
