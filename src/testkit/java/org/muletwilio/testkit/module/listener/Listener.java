package org.muletwilio.testkit.module.listener;

import org.mule.runtime.api.connection.ConnectionProvider;
import org.mule.runtime.api.exception.MuleException;
import org.mule.runtime.extension.api.annotation.Alias;
import org.mule.runtime.extension.api.annotation.Streaming;
import org.mule.runtime.extension.api.annotation.execution.OnError;
import org.mule.runtime.extension.api.annotation.execution.OnSuccess;
import org.mule.runtime.extension.api.annotation.execution.OnTerminate;
import org.mule.runtime.extension.api.annotation.param.Config;
import org.mule.runtime.extension.api.annotation.param.Connection;
import org.mule.runtime.extension.api.annotation.param.MediaType;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.ParameterGroup;
import org.mule.runtime.extension.api.annotation.source.EmitsResponse;
import org.mule.runtime.extension.api.runtime.source.Source;
import org.mule.runtime.extension.api.runtime.source.SourceCallback;
import org.mule.runtime.extension.api.runtime.source.SourceCallbackContext;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;
import org.mule.runtime.http.api.domain.request.HttpRequestContext;
import org.mule.runtime.http.api.server.HttpServer;
import org.mule.runtime.http.api.server.RequestHandler;
import org.mule.runtime.http.api.server.RequestHandlerManager;
import org.mule.runtime.http.api.server.async.HttpResponseReadyCallback;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** {@code http:listener}: runs its flow for each request, and answers with what the flow ends with. */
@Alias("listener")
@EmitsResponse
@Streaming
@MediaType(value = MediaType.ANY, strict = false)
public class Listener extends Source<InputStream, RequestAttributes> {

  private static final String ANSWER = "answer";

  @Config
  private ListenerConfig config;

  @Connection
  private ConnectionProvider<HttpServer> connection;

  @Parameter
  private String path;

  /** Such as GET, POST; all if it is left out. */
  @Parameter
  @Optional
  private String allowedMethods;

  private RequestHandlerManager handler;

  @Override
  public void onStart(SourceCallback<InputStream, RequestAttributes> callback) throws MuleException {
    HttpServer server = connection.connect();
    String fullPath = config.fullPath(path);
    String served = fullPath.isEmpty() ? "/" : fullPath;
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    RequestHandler requests = (context, answer) -> handle(callback, served, context, answer, loader);
    handler = allowedMethods == null ? server.addRequestHandler(served, requests)
        : server.addRequestHandler(methods(), served, requests);
    handler.start();
  }

  private List<String> methods() {
    return Stream.of(allowedMethods.split(",")).map(method -> method.strip().toUpperCase(Locale.ROOT)).toList();
  }

  private static void handle(SourceCallback<InputStream, RequestAttributes> callback, String path, HttpRequestContext context,
                             HttpResponseReadyCallback answer, ClassLoader loader) {
    Thread thread = Thread.currentThread();
    ClassLoader own = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      SourceCallbackContext event = callback.createContext();
      event.addVariable(ANSWER, new PendingAnswer(answer));
      callback.handle(RequestAttributes.resultOf(context, path), event);
    } finally {
      thread.setContextClassLoader(own);
    }
  }

  @OnSuccess
  public void onSuccess(@ParameterGroup(name = "Response", showInDsl = true) SuccessResponse response,
                        SourceCallbackContext context) {
    answer(context, response.toHttp());
  }

  @OnError
  public void onError(@ParameterGroup(name = "Error Response", showInDsl = true) ErrorResponse errorResponse,
                      SourceCallbackContext context) {
    answer(context, errorResponse.toHttp());
  }

  /** A response that can't be made, such as for a body that is an object, is one, too. */
  @OnTerminate
  public void onTerminate(SourceCallbackContext context) {
    context.<PendingAnswer>getVariable(ANSWER).ifPresent(PendingAnswer::failIfOpen);
  }

  private static void answer(SourceCallbackContext context, HttpResponse response) {
    context.<PendingAnswer>getVariable(ANSWER).ifPresent(answer -> answer.send(response));
  }

  @Override
  public void onStop() {
    if (handler != null) {
      handler.stop();
      handler.dispose();
      handler = null;
    }
  }
}
