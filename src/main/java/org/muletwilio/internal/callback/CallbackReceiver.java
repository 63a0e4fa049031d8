package org.muletwilio.internal.callback;

import org.mule.runtime.http.api.domain.message.request.HttpRequest;
import org.mule.runtime.http.api.domain.request.HttpRequestContext;
import org.mule.runtime.http.api.server.RequestHandler;
import org.mule.runtime.http.api.server.async.HttpResponseReadyCallback;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.codec.BodyReader;
import org.muletwilio.internal.callback.codec.SafeLogger;
import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.internal.callback.content.CallbackRequest;
import org.muletwilio.internal.callback.route.RoutePath;
import org.muletwilio.internal.callback.route.RoutePaths;
import org.muletwilio.internal.callback.schedule.ContextClassLoaders;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Takes a callback from HTTP. From Mule 4.3 on the HTTP service calls it on a selector thread, of which a Mule server has as many
 * as cores, for all applications: it looks at path and headers alone, and leaves the rest to a thread that may wait. A request
 * without a valid path and token, or without a signature, costs no more than that.
 */
final class CallbackReceiver implements RequestHandler {

  private static final SafeLogger LOGGER = SafeLogger.of(CallbackReceiver.class);

  private final String basePath;
  private final RoutePaths paths;
  private final boolean signed;
  private final BodyReader bodies;
  private final ConcurrencyLimit limit;
  private final RefusalLog refusals;
  private final CallbackProcessor processor;
  private final Executor threads;
  private final ClassLoader applicationClassLoader;

  /**
   * @param basePath what the paths of all callbacks start with
   * @param paths reads the paths of the config's routes
   * @param signed whether callbacks must be signed
   * @param bodies knows how large a body may be
   * @param limit how many are taken at a time
   * @param refusals tells of what is refused
   * @param processor does all the rest
   * @param threads run it
   * @param applicationClassLoader that which flows run with
   */
  CallbackReceiver(String basePath, RoutePaths paths, boolean signed, BodyReader bodies, ConcurrencyLimit limit,
                   RefusalLog refusals, CallbackProcessor processor, Executor threads, ClassLoader applicationClassLoader) {
    this.basePath = basePath;
    this.paths = paths;
    this.signed = signed;
    this.bodies = bodies;
    this.limit = limit;
    this.refusals = refusals;
    this.processor = processor;
    this.threads = threads;
    this.applicationClassLoader = applicationClassLoader;
  }

  /** Called, by this name, by the HTTP service from Mule 4.3 on, which then sets it for the handler. */
  public ClassLoader getContextClassLoader() {
    return applicationClassLoader;
  }

  @Override
  public void handleRequest(HttpRequestContext context, HttpResponseReadyCallback response) {
    ContextClassLoaders.run(applicationClassLoader, () -> receive(context, response)
        .ifPresent(answer -> HttpAnswers.send(answer, true, response)));
  }

  /** @return the answer where there is one already */
  private Optional<CallbackAnswer> receive(HttpRequestContext context, HttpResponseReadyCallback response) {
    HttpRequest request = context.getRequest();
    Optional<RoutePath> path = pathOf(request);
    if (!path.isPresent()) {
      LOGGER.debug("A request for a path of config '{}' that leads nowhere", paths.getConfig());
      return Optional.of(CallbackAnswer.UNKNOWN);
    }
    String flow = path.get().getFlow();
    CallbackKind kind = path.get().getKind();
    if (kind == CallbackKind.CONNECT_AUTHORIZATION && !"GET".equals(request.getMethod())) {
      // neither a look ahead nor another site's form may use a state up
      return Optional.of(CallbackAnswer.WRONG_METHOD);
    }
    if (signed && kind.isSigned() && !CallbackRequest.isSigned(request)) {
      refusals.add(Refusal.UNSIGNED, () -> callback(context, flow) + " (TWILIO:INVALID_SIGNATURE): it has no X-Twilio-Signature");
      return Optional.of(CallbackAnswer.FORGED);
    }
    if (bodies.isTooLarge(request)) {
      refusals.add(Refusal.TOO_LARGE, () -> callback(context, flow) + " of over " + bodies.getMostBytes() + " bytes");
      return Optional.of(CallbackAnswer.TOO_LARGE);
    }
    if (!limit.enter()) {
      return Optional.of(CallbackAnswer.BUSY);
    }
    handOver(path.get(), context, new CallbackExchange(response, limit));
    return Optional.empty();
  }

  private void handOver(RoutePath path, HttpRequestContext context, CallbackExchange exchange) {
    try {
      threads.execute(() -> processor.process(path, context, exchange));
    } catch (RejectedExecutionException e) {
      refusals.add(Refusal.NO_THREAD, () -> callback(context, path.getFlow()) + ", since Mule has no free thread for it: "
          + e.getMessage());
      exchange.end(CallbackAnswer.BUSY);
    }
  }

  private static String callback(HttpRequestContext context, String flow) {
    return Refusal.callback(CallbackRequest.remoteOf(context), flow);
  }

  private Optional<RoutePath> pathOf(HttpRequest request) {
    String path = request.getPath();
    return path != null && path.startsWith(basePath) ? paths.find(path.substring(basePath.length())) : Optional.empty();
  }
}
