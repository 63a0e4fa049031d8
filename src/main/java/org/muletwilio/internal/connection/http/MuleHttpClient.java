package org.muletwilio.internal.connection.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.mule.runtime.http.api.domain.entity.ByteArrayHttpEntity;
import org.mule.runtime.http.api.domain.entity.EmptyHttpEntity;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;
import org.mule.runtime.http.api.domain.message.request.HttpRequestBuilder;

import org.muletwilio.internal.callback.codec.FormBody;
import org.muletwilio.internal.callback.codec.Gzip;
import org.muletwilio.internal.error.TwilioException;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;

import com.twilio.constant.EnumConstants.ContentType;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;

/**
 * The SDK's requests over Mule's HTTP client. The SDK's own client repeats creates after a 5xx (one send becomes up to six
 * messages), hides the status of an error that is not JSON, and registers a shutdown hook that keeps the application's classes in
 * memory. The SDK never sees the credentials.
 */
public final class MuleHttpClient {

  public static final String USER_AGENT = "mule-twilio-connector";

  /** Some operations take it as a parameter, in place of the connection's. */
  private static final String AUTHORIZATION = "Authorization";
  /** The body of a request that has this header is compressed, with gzip. */
  private static final String CONTENT_ENCODING = "Content-Encoding";
  private static final int UNAUTHORIZED = 401;

  /** A request, its access token, and both once more. */
  private static final int MOST_SENDS = 4;

  private final RequestSender sender;
  private final ApiAddress address;
  private final Authorization authorization;
  private final RequestExecutor executor;

  /**
   * @param sender sends the requests
   * @param address where they go
   * @param authorization how they show whose they are
   * @param executor runs what may wait
   */
  public MuleHttpClient(RequestSender sender, ApiAddress address, Authorization authorization, RequestExecutor executor) {
    this.sender = sender;
    this.address = address;
    this.authorization = authorization;
    this.executor = executor;
  }

  /** @return where requests go */
  public ApiAddress getAddress() {
    return address;
  }

  /**
   * The calling thread waits, and does meanwhile what there is to do for the answer.
   *
   * @return the answer, which is a success
   * @throws TwilioException for every other answer, and where there was none
   */
  public HttpAnswer send(Request request) {
    CallerThread caller = new CallerThread(executor);
    try {
      return caller.await(send(request, caller), MOST_SENDS * sender.getLongestMillis());
    } catch (ExecutionException e) {
      throw e.getCause() instanceof TwilioException ? (TwilioException) e.getCause() : failure(request, e.getCause());
    } catch (TimeoutException e) {
      throw failure(request, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(request, e);
    }
  }

  /**
   * As {@link #send}, but no thread waits for the answer.
   *
   * @param request is sent once, or as often as it is safe
   * @return the answer, completed on a thread that may wait
   */
  public CompletableFuture<HttpAnswer> sendAsync(Request request) {
    return send(request, executor);
  }

  /** Sends it a second time with a new access token where the first was refused for its token. */
  private CompletableFuture<HttpAnswer> send(Request request, Executor work) {
    return header(request, work).thenCompose(header -> sender.send(toMule(request, header), work)
        .thenCompose(answer -> answer.getStatus() == UNAUTHORIZED && authorization.renew(header)
            ? header(request, work).thenCompose(renewed -> sender.send(toMule(request, renewed), work))
            : CompletableFuture.completedFuture(answer))).thenApply(MuleHttpClient::successful);
  }

  private CompletableFuture<String> header(Request request, Executor work) {
    CompletableFuture<String> header = authorization.getHeader(work);
    return request.getMethod() == HttpMethod.GET ? RequestFailures.forRead(header) : header;
  }

  private static HttpAnswer successful(HttpAnswer answer) {
    if (!answer.isSuccess()) {
      throw ErrorAnswers.toException(answer);
    }
    return answer;
  }

  private TwilioException failure(Request request, Throwable reason) {
    return RequestFailures.toException(toMule(request, ""), request.getMethod() == HttpMethod.GET, reason);
  }

  private HttpRequest toMule(Request request, String authorizationHeader) {
    HttpRequestBuilder builder = HttpRequest.builder().method(request.getMethod().name()).uri(address.uriOf(request));
    for (Map.Entry<String, List<String>> header : request.getHeaderParams().entrySet()) {
      header.getValue().forEach(value -> builder.addHeader(header.getKey(), value));
    }
    builder.addHeader("Accept", "application/json").addHeader("Accept-Charset", "utf-8").addHeader("User-Agent", USER_AGENT);
    if (!request.getHeaderParams().containsKey(AUTHORIZATION)) {
      builder.addHeader(AUTHORIZATION, authorizationHeader);
    }
    address.forwardedHost(request).ifPresent(host -> builder.addHeader("X-Forwarded-Host", host));
    if (request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.DELETE) {
      return builder.entity(new EmptyHttpEntity()).build();
    }
    boolean json = request.getContentType() == ContentType.JSON;
    byte[] body = json ? request.getBody().getBytes(UTF_8) : FormBody.of(request.getPostParams());
    return builder.addHeader("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded")
        .entity(new ByteArrayHttpEntity(request.getHeaderParams().containsKey(CONTENT_ENCODING)
            ? Gzip.encode(body) : body)).build();
  }
}
