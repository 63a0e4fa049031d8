package org.muletwilio.internal.callback;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.time.ZoneOffset.UTC;
import static java.util.concurrent.CompletableFuture.completedFuture;

import org.mule.runtime.api.util.MultiMap;
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

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a callback from HTTP, refuses what isn't genuine, runs the flow and answers by its end. */
final class CallbackReceiver implements RequestHandler {

  private static final Logger LOGGER = LoggerFactory.getLogger(CallbackReceiver.class);

  private final CallbackEndpoint endpoint;
  private final CallbackRunner runner;
  private final Admission admission;
  private final ClassLoader applicationClassLoader;

  CallbackReceiver(CallbackEndpoint endpoint, CallbackRunner runner, Admission admission, ClassLoader applicationClassLoader) {
    this.endpoint = endpoint;
    this.runner = runner;
    this.admission = admission;
    this.applicationClassLoader = applicationClassLoader;
  }

  /** Asked for, by this name, by the HTTP service from Mule 4.3 on, which then sets it for the handler. */
  public ClassLoader getContextClassLoader() {
    return applicationClassLoader;
  }

  @Override
  public void handleRequest(HttpRequestContext context, HttpResponseReadyCallback response) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(applicationClassLoader);
    try {
      if (admission.enter()) {
        receiveAdmitted(context, response);
      } else {
        send(CallbackAnswer.BUSY, response);
      }
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private void receiveAdmitted(HttpRequestContext context, HttpResponseReadyCallback response) {
    CompletableFuture<CallbackAnswer> answer;
    try {
      answer = receive(context);
    } catch (SocketTimeoutException e) {
      LOGGER.warn("A callback for config '{}' was refused: {}", endpoint.getConfig(), e.getMessage());
      answer = completedFuture(CallbackAnswer.TOO_SLOW);
    } catch (IOException | RuntimeException e) {
      LOGGER.warn("A callback for config '{}' could not be read: {}", endpoint.getConfig(), e.toString());
      answer = completedFuture(CallbackAnswer.MALFORMED);
    }
    answer.thenAccept(end -> {
      admission.leave();
      send(end, response);
    });
  }

  private CompletableFuture<CallbackAnswer> receive(HttpRequestContext context) throws IOException {
    HttpRequest request = context.getRequest();
    Optional<CallbackRequest> callback = CallbackRequest.of(request);
    if (!callback.isPresent()) {
      return completedFuture(CallbackAnswer.MALFORMED);
    }
    Optional<CallbackRoute> route = endpoint.routeOf(callback.get());
    if (!route.isPresent()) {
      LOGGER.debug("A request for a path of config '{}' that leads nowhere", endpoint.getConfig());
      return completedFuture(CallbackAnswer.UNKNOWN);
    }
    Optional<byte[]> body = BoundedBody.read(request);
    if (!body.isPresent()) {
      LOGGER.warn("A callback for flow '{}' was over {} bytes and refused", route.get().getFlow(), BoundedBody.MOST_BYTES);
      return completedFuture(CallbackAnswer.TOO_LARGE);
    }
    Optional<MultiMap<String, String>> form = FormFields.decode(new String(body.get(), ISO_8859_1));
    if (!form.isPresent()) {
      LOGGER.warn("A callback for flow '{}' was no form and refused", route.get().getFlow());
      return completedFuture(CallbackAnswer.MALFORMED);
    }
    String remote = context.getClientConnection().getRemoteHostAddress().getAddress().getHostAddress();
    Optional<String> url = endpoint.urlOf(callback.get(), form.get());
    if (!url.isPresent()) {
      LOGGER.warn("TWILIO:INVALID_SIGNATURE a callback from {} for flow '{}' of config '{}' was refused: {}", remote,
                  route.get().getFlow(), endpoint.getConfig(), SignatureCheck.reasonAgainst(callback.get()));
      return completedFuture(CallbackAnswer.FORGED);
    }
    return run(route.get(), callback.get(), url.get(), form.get(), remote);
  }

  private CompletableFuture<CallbackAnswer> run(CallbackRoute route, CallbackRequest callback, String url,
                                                MultiMap<String, String> form, String remote) {
    MultiMap<String, String> fields = callback.fieldsWith(form);
    CompletableFuture<CallbackAnswer> end = runner.run(route, callback.getIdempotencyToken(), fields,
        new CallbackAttributesBuilder(route.getKind(), route.getFlow())
            .request(callback.getMethod(), url, remote).receivedAt(ZonedDateTime.now(UTC)))
        .thenApply(answer -> {
          forgetIfLast(route, fields, answer);
          return answer;
        });
    return endpoint.isAsync() && !route.getKind().isAnsweredWithTwiml() ? completedFuture(CallbackAnswer.DONE) : end;
  }

  private void forgetIfLast(CallbackRoute route, MultiMap<String, String> fields, CallbackAnswer answer) {
    if (answer.isSuccess() && StatusOrder.isTerminal(route.getKind(), route.getKind().statusIn(fields).orElse(null))) {
      route.getKind().resourceSidIn(fields).ifPresent(endpoint::statusHasCome);
    }
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
}
