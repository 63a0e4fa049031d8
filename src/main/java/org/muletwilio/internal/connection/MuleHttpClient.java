package org.muletwilio.internal.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.mule.runtime.http.api.client.HttpClient;
import org.mule.runtime.http.api.domain.entity.ByteArrayHttpEntity;
import org.mule.runtime.http.api.domain.entity.EmptyHttpEntity;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;
import org.mule.runtime.http.api.domain.message.request.HttpRequestBuilder;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;

import org.muletwilio.internal.callback.BoundedBody;
import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

import com.twilio.constant.EnumConstants.ContentType;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;

/**
 * The SDK's requests over Mule's HTTP client. The SDK's own client repeats creates after a 5xx (one send becomes up to six messages),
 * hides the status of an error that is no JSON, and registers a shutdown hook that keeps the application's classes in memory.
 */
final class MuleHttpClient extends com.twilio.http.HttpClient {

  private static final int MOST_ANSWER_BYTES = 16 * 1024 * 1024;

  private final HttpClient http;
  private final Optional<String> baseUri;
  private final int responseTimeoutMillis;
  private final RateLimitBackOff backOff = new RateLimitBackOff();

  /**
   * @param http sends the requests
   * @param baseUri where they go, or empty for the host that the SDK names
   * @param responseTimeoutMillis how long to wait for an answer
   */
  MuleHttpClient(HttpClient http, Optional<String> baseUri, int responseTimeoutMillis) {
    this.http = http;
    this.baseUri = baseUri;
    this.responseTimeoutMillis = responseTimeoutMillis;
  }

  /** Sends once; what was refused with a 429 was never processed and is the only thing that is sent again. */
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
    HttpRequest message = toMule(request);
    for (int attempt = 1;; attempt++) {
      HttpResponse answer = send(message);
      byte[] body = bodyOf(answer);
      if (answer.getStatusCode() >= 200 && answer.getStatusCode() < 300) {
        return new Response(new ByteArrayInputStream(body), answer.getStatusCode());
      }
      if (answer.getStatusCode() != RateLimitBackOff.TOO_MANY_REQUESTS || !backOff.await(attempt, answer)) {
        throw RefusedRequest.toException(answer.getStatusCode(), body);
      }
    }
  }

  private HttpResponse send(HttpRequest message) {
    try {
      return http.send(message, responseTimeoutMillis, false, null);
    } catch (TimeoutException e) {
      throw new TwilioException(TwilioError.TIMEOUT, "Twilio did not answer " + describe(message) + " within "
          + responseTimeoutMillis + " ms" + doubtOf(message), e);
    } catch (IOException e) {
      throw new TwilioException(TwilioError.CONNECTIVITY, "Twilio could not be reached for " + describe(message) + ": "
          + (e.getMessage() == null ? e.toString() : e.getMessage()), e);
    }
  }

  private HttpRequest toMule(Request request) {
    HttpRequestBuilder builder = HttpRequest.builder().method(request.getMethod().name()).uri(uriOf(request));
    for (Map.Entry<String, List<String>> header : request.getHeaderParams().entrySet()) {
      header.getValue().forEach(value -> builder.addHeader(header.getKey(), value));
    }
    builder.addHeader("Accept", "application/json").addHeader("Accept-Charset", "utf-8")
        .addHeader("User-Agent", "mule-twilio-connector");
    if (request.requiresAuthentication()) {
      builder.addHeader("Authorization", request.getAuthString());
    }
    if (request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.DELETE) {
      return builder.entity(new EmptyHttpEntity()).build();
    }
    boolean json = request.getContentType() == ContentType.JSON;
    return builder.addHeader("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded")
        .entity(new ByteArrayHttpEntity((json ? request.getBody() : request.encodeFormBody()).getBytes(UTF_8))).build();
  }

  private String uriOf(Request request) {
    String uri = request.constructURL().toString();
    return baseUri.map(base -> base + uri.substring(uri.indexOf('/', uri.indexOf("://") + "://".length()))).orElse(uri);
  }

  private static byte[] bodyOf(HttpResponse answer) {
    try (InputStream content = answer.getEntity().getContent()) {
      return BoundedBody.read(content, MOST_ANSWER_BYTES)
          .orElseThrow(() -> new IOException("it is larger than " + MOST_ANSWER_BYTES + " bytes"));
    } catch (UncheckedIOException | IOException e) {
      throw new TwilioException(TwilioError.CONNECTIVITY, "the connection to Twilio broke while its answer (HTTP "
          + answer.getStatusCode() + ") was read", e);
    }
  }

  private static String describe(HttpRequest message) {
    return message.getMethod() + " " + message.getUri().getPath();
  }

  private static String doubtOf(HttpRequest message) {
    return message.getMethod().equals("GET") ? "" : ": it may have been done; look before you do it again";
  }
}
