package org.muletwilio.internal.callback;

import static java.time.ZoneOffset.UTC;
import static java.util.concurrent.CompletableFuture.completedFuture;

import org.mule.runtime.http.api.domain.entity.ByteArrayHttpEntity;
import org.mule.runtime.http.api.domain.entity.EmptyHttpEntity;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;
import org.mule.runtime.http.api.domain.message.response.HttpResponseBuilder;
import org.mule.runtime.http.api.domain.request.HttpRequestContext;
import org.mule.runtime.http.api.server.RequestHandler;
import org.mule.runtime.http.api.server.async.HttpResponseReadyCallback;
import org.mule.runtime.http.api.server.async.ResponseStatusCallback;

import org.muletwilio.api.callback.CallbackAttributesBuilder;
import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.codec.BoundedBody;
import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.internal.callback.content.CallbackBody;
import org.muletwilio.internal.callback.content.CallbackContent;
import org.muletwilio.internal.callback.content.CallbackRequest;
import org.muletwilio.internal.callback.flow.CallbackRunner;
import org.muletwilio.internal.callback.reconciliation.AwaitedStatus;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.signature.Authentication;
import org.muletwilio.internal.callback.signature.SignatureCheck;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a callback from HTTP, refuses what isn't genuine, runs the flow and answers by its end. */
final class CallbackReceiver implements RequestHandler {

  private static final Logger LOGGER = LoggerFactory.getLogger(CallbackReceiver.class);

  private final CallbackEndpoint endpoint;
  private final CallbackRunner runner;
  private final ConcurrencyLimit admission;
  private final RefusalLog refusals;
  private final ClassLoader applicationClassLoader;

  CallbackReceiver(CallbackEndpoint endpoint, CallbackRunner runner, ConcurrencyLimit admission, RefusalLog refusals,
                   ClassLoader applicationClassLoader) {
    this.endpoint = endpoint;
    this.runner = runner;
    this.admission = admission;
    this.refusals = refusals;
    this.applicationClassLoader = applicationClassLoader;
  }

  /** Asked for, by this name, by the HTTP service from Mule 4.3 on, which then sets it for the handler. */
  public ClassLoader getContextClassLoader() {
    return applicationClassLoader;
  }

  @Override
  public void handleRequest(HttpRequestContext context, HttpResponseReadyCallback response) {
    inApplication(() -> {
      if (admission.enter()) {
        receiveAdmitted(context, response);
      } else {
        send(CallbackAnswer.BUSY, response);
      }
      return null;
    });
  }

  private <T> T inApplication(Supplier<T> work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(applicationClassLoader);
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** What was admitted is in progress until its flow has ended, even where Twilio is answered before. */
  private void receiveAdmitted(HttpRequestContext context, HttpResponseReadyCallback response) {
    CompletableFuture<Reception> reception;
    try {
      reception = receive(context);
    } catch (SocketTimeoutException e) {
      refusals.add(Refusal.TOO_SLOW, () -> "a callback: " + e.getMessage());
      reception = Reception.refused(CallbackAnswer.TOO_SLOW);
    } catch (IOException | RuntimeException e) {
      refusals.add(Refusal.MALFORMED, () -> "a callback that can't be read: " + e);
      reception = Reception.refused(CallbackAnswer.MALFORMED);
    } catch (Error e) {
      // also where memory or stack runs out, what was admitted must leave again
      reception = completedFuture(Reception.failed(e));
    }
    reception.whenComplete((received, failure) -> answer(failure == null ? received : Reception.failed(failure), response));
  }

  private void answer(Reception reception, HttpResponseReadyCallback response) {
    boolean early = reception.answeredEarly;
    reception.end.whenComplete((end, failure) -> {
      admission.leave();
      if (failure != null) {
        LOGGER.error("A callback for config '{}' could not be worked on", endpoint.getConfig(), failure);
      }
      if (!early) {
        send(failure == null ? end : CallbackAnswer.FLOW_FAILED, response);
      }
    });
    if (early) {
      send(CallbackAnswer.DONE, response);
    }
  }

  private CompletableFuture<Reception> receive(HttpRequestContext context) throws IOException {
    HttpRequest request = context.getRequest();
    Optional<CallbackRequest> callback = CallbackRequest.of(request);
    if (!callback.isPresent()) {
      return Reception.refused(CallbackAnswer.MALFORMED);
    }
    Optional<CallbackRoute> route = endpoint.routeOf(callback.get());
    if (!route.isPresent()) {
      LOGGER.debug("A request for a path of config '{}' that leads nowhere", endpoint.getConfig());
      return Reception.refused(CallbackAnswer.UNKNOWN);
    }
    String flow = route.get().getFlow();
    Optional<byte[]> bytes = BoundedBody.read(request);
    if (!bytes.isPresent()) {
      refusals.add(Refusal.TOO_LARGE, () -> "a callback for flow '" + flow + "' of over " + BoundedBody.MOST_BYTES + " bytes");
      return Reception.refused(CallbackAnswer.TOO_LARGE);
    }
    Optional<CallbackBody> body = CallbackBody.of(callback.get().getContentType(), bytes.get());
    if (!body.isPresent()) {
      refusals.add(Refusal.MALFORMED, () -> "a callback for flow '" + flow + "' that is neither a form nor JSON in UTF-8");
      return Reception.refused(CallbackAnswer.MALFORMED);
    }
    if (body.get().getJson().isPresent() && route.get().getKind() != CallbackKind.EVENT) {
      refusals.add(Refusal.NO_FORM, () -> "JSON for flow '" + flow + "', whose address was made for " + route.get().getKind()
          + ": that is told in forms. For JSON make an address with twilio:callback-url and kind=\"EVENT\"");
      return Reception.refused(CallbackAnswer.NO_FORM);
    }
    String remote = context.getClientConnection().getRemoteHostAddress().getAddress().getHostAddress();
    return endpoint.authenticate(callback.get(), body.get()).thenApply(genuine -> inApplication(() -> {
      if (genuine.isPresent()) {
        return run(route.get(), callback.get(), genuine.get(), body.get(), remote);
      }
      refusals.add(callback.get().getSignature().isPresent() ? Refusal.WRONGLY_SIGNED : Refusal.UNSIGNED,
                   () -> "a callback from " + remote + " for flow '" + flow + "' (TWILIO:INVALID_SIGNATURE): "
                       + SignatureCheck.reasonAgainst(callback.get()));
      return new Reception(completedFuture(CallbackAnswer.FORGED), false);
    }));
  }

  private Reception run(CallbackRoute route, CallbackRequest callback, Authentication genuine, CallbackBody body, String remote) {
    CallbackContent content =
        new CallbackContent(route.getKind(), callback.fieldsWith(body.getForm()), body.getJson());
    // before the flow begins, which gets the fields and may change them
    Optional<AwaitedStatus> ended = AwaitedStatus.endedBy(route.getKind(), genuine.getAccount(), content);
    CompletableFuture<CallbackAnswer> end = runner.run(route, genuine.getAccount(), callback.getIdempotencyToken(), content,
        new CallbackAttributesBuilder().kind(route.getKind()).flow(route.getFlow()).method(callback.getMethod())
            .publicUrl(genuine.getUrl()).remoteAddress(remote).receivedAt(ZonedDateTime.now(UTC)));
    if (ended.isPresent()) {
      end = end.thenApply(answer -> {
        if (answer.isSuccess()) {
          endpoint.statusHasCome(ended.get());
        }
        return answer;
      });
    }
    return new Reception(end, endpoint.isAsync() && !route.getKind().isAnsweredWithTwiml());
  }

  private static void send(CallbackAnswer answer, HttpResponseReadyCallback response) {
    HttpResponseBuilder builder = HttpResponse.builder().statusCode(answer.getStatus()).entity(new EmptyHttpEntity());
    answer.getTwiml().ifPresent(twiml -> builder.entity(new ByteArrayHttpEntity(twiml.getBytes()))
        .addHeader("Content-Type", twiml.getContentType()));
    if (answer.endsConnection()) {
      builder.addHeader("Connection", "close");
    }
    response.responseReady(builder.build(), new ResponseStatusCallback() {

      @Override
      public void responseSendFailure(Throwable failure) {
        LOGGER.debug("Twilio did not wait for the answer to a callback: {}", failure.toString());
      }

      @Override
      public void responseSendSuccessfully() {
        // nothing is left to do
      }
    });
  }

  /** What came of a request: how its work ends, and whether its answer waits for that. */
  private static final class Reception {

    private final CompletableFuture<CallbackAnswer> end;
    private final boolean answeredEarly;

    private Reception(CompletableFuture<CallbackAnswer> end, boolean answeredEarly) {
      this.end = end;
      this.answeredEarly = answeredEarly;
    }

    private static CompletableFuture<Reception> refused(CallbackAnswer answer) {
      return completedFuture(new Reception(completedFuture(answer), false));
    }

    private static Reception failed(Throwable failure) {
      CompletableFuture<CallbackAnswer> end = new CompletableFuture<>();
      end.completeExceptionally(failure);
      return new Reception(end, false);
    }
  }
}
