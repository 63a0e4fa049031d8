package org.muletwilio.internal.connection.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.mule.runtime.http.api.domain.entity.ByteArrayHttpEntity;
import org.mule.runtime.http.api.domain.entity.EmptyHttpEntity;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;
import org.mule.runtime.http.api.domain.message.request.HttpRequestBuilder;

import org.muletwilio.internal.error.TwilioException;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import com.twilio.constant.EnumConstants.ContentType;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import org.apache.hc.core5.http.Header;

/**
 * The SDK's requests over Mule's HTTP client. The SDK's own client repeats creates after a 5xx (one send becomes up to six
 * messages), hides the status of an error that is no JSON, and registers a shutdown hook that keeps the application's classes in
 * memory. The SDK never sees the credentials.
 */
public final class MuleHttpClient extends com.twilio.http.HttpClient {

  public static final String USER_AGENT = "mule-twilio-connector";

  private static final int UNAUTHORIZED = 401;

  /** The SDK needs an array when it logs at debug level. */
  private static final Header[] NO_HEADERS = {};

  private final RequestSender sender;
  private final ApiAddress address;
  private final Authorization authorization;
  private final boolean sendsAtOnce;
  private final Executor waiting;

  /**
   * @param sender sends the requests
   * @param address where they go
   * @param authorization how they show whose they are
   * @param sendsAtOnce whether a request never waits for a free connection
   * @param waiting has threads that may wait
   */
  public MuleHttpClient(RequestSender sender, ApiAddress address, Authorization authorization, boolean sendsAtOnce,
                        Executor waiting) {
    this.sender = sender;
    this.address = address;
    this.authorization = authorization;
    this.sendsAtOnce = sendsAtOnce;
    this.waiting = waiting;
  }

  /** What is safe to repeat is repeated by the sender. */
  @Override
  public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
    return makeRequest(request);
  }

  /**
   * @return the answer, if it is a success
   * @throws TwilioException for every other answer, and where there was none
   */
  @Override
  public Response makeRequest(Request request) {
    String header = authorization.getHeader();
    return toSdk(renewed(request, header, sender.send(toMule(request, header))));
  }

  /**
   * As {@link #makeRequest}, but no thread waits for the answer.
   *
   * @param create makes something, and is not repeated
   */
  public CompletableFuture<Response> makeRequestAsync(Request create) {
    Optional<String> known = authorization.getHeaderAtHand();
    if (!sendsAtOnce || !known.isPresent()) {
      return CompletableFuture.supplyAsync(() -> makeRequest(create), waiting);
    }
    String header = known.get();
    return sender.sendAsync(toMule(create, header))
        .thenCompose(answer -> answer.getStatus() == UNAUTHORIZED
            ? CompletableFuture.supplyAsync(() -> renewed(create, header, answer), waiting)
            : CompletableFuture.completedFuture(answer))
        .thenApply(MuleHttpClient::toSdk);
  }

  /** @return the answer, or the one to a second request with a new access token where the first was refused for its token */
  private HttpAnswer renewed(Request request, String header, HttpAnswer answer) {
    return answer.getStatus() == UNAUTHORIZED && authorization.renew(header)
        ? sender.send(toMule(request, authorization.getHeader())) : answer;
  }

  private static Response toSdk(HttpAnswer answer) {
    if (!answer.isSuccess()) {
      throw ErrorAnswers.toException(answer);
    }
    return new Response(new ByteArrayInputStream(answer.getBody()), answer.getStatus(), NO_HEADERS);
  }

  private HttpRequest toMule(Request request, String authorizationHeader) {
    HttpRequestBuilder builder = HttpRequest.builder().method(request.getMethod().name()).uri(address.uriOf(request));
    for (Map.Entry<String, List<String>> header : request.getHeaderParams().entrySet()) {
      header.getValue().forEach(value -> builder.addHeader(header.getKey(), value));
    }
    builder.addHeader("Accept", "application/json").addHeader("Accept-Charset", "utf-8").addHeader("User-Agent", USER_AGENT)
        .addHeader("Authorization", authorizationHeader);
    if (request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.DELETE) {
      return builder.entity(new EmptyHttpEntity()).build();
    }
    boolean json = request.getContentType() == ContentType.JSON;
    return builder.addHeader("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded")
        .entity(new ByteArrayHttpEntity((json ? request.getBody() : request.encodeFormBody()).getBytes(UTF_8))).build();
  }
}
