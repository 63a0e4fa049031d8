package org.muletwilio.internal.connection.http;

import static java.util.Optional.ofNullable;

import org.mule.runtime.http.api.client.HttpClient;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;

import org.muletwilio.internal.callback.codec.BoundedBody;
import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends requests, and again what can be repeated without doing anything twice: what was refused with a 429, which Twilio never
 * processed, and a GET or DELETE once whose connection broke. A create is sent once: Twilio would make a second message or call.
 */
public final class RequestSender {

  private static final Logger LOGGER = LoggerFactory.getLogger(RequestSender.class);
  private static final int MOST_ANSWER_BYTES = 16 * 1024 * 1024;

  private final HttpClient http;
  private final int responseTimeoutMillis;
  private final long retryBudgetMillis;
  private final Time time;
  private final Executor waiting;

  /**
   * @param http sends the requests
   * @param responseTimeoutMillis how long to wait for an answer
   * @param retryBudgetMillis how long a request may take with all repeats after a 429
   * @param time by which to wait
   * @param waiting has threads that may wait
   */
  public RequestSender(HttpClient http, int responseTimeoutMillis, long retryBudgetMillis, Time time, Executor waiting) {
    this.http = http;
    this.responseTimeoutMillis = responseTimeoutMillis;
    this.retryBudgetMillis = retryBudgetMillis;
    this.time = time;
    this.waiting = waiting;
  }

  /**
   * @return the answer, whatever its status
   * @throws TwilioException if there was none
   */
  public HttpAnswer send(HttpRequest request) {
    return send(request, new RateLimitBackOff(retryBudgetMillis, time));
  }

  /**
   * As {@link #send}, for a create, but no thread waits for the answer.
   *
   * @return the answer, whatever its status, or a {@link TwilioException}
   */
  CompletableFuture<HttpAnswer> sendAsync(HttpRequest create) {
    RateLimitBackOff backOff = new RateLimitBackOff(retryBudgetMillis, time);
    return http.sendAsync(create, responseTimeoutMillis, false, null)
        .handle((answer, failure) -> readOrFail(create, answer, failure))
        .thenCompose(answer -> answer.getStatus() == RateLimitBackOff.TOO_MANY_REQUESTS
            ? CompletableFuture.supplyAsync(() -> backOff.await(answer.getRetryAfter()) ? send(create, backOff) : answer, waiting)
            : CompletableFuture.completedFuture(answer));
  }

  private HttpAnswer send(HttpRequest request, RateLimitBackOff backOff) {
    boolean connectionBroke = false;
    while (true) {
      try {
        HttpAnswer answer = sendOnce(request);
        if (connectionBroke && answer.getStatus() == 404 && request.getMethod().equals("DELETE")) {
          return new HttpAnswer(204, Optional.empty(), new byte[0]);
        }
        if (answer.getStatus() != RateLimitBackOff.TOO_MANY_REQUESTS || !backOff.await(answer.getRetryAfter())) {
          return answer;
        }
        LOGGER.debug("{} was answered with 429 and is sent again", describe(request));
      } catch (TimeoutException e) {
        throw noAnswer(request, e);
      } catch (IOException e) {
        if (connectionBroke || !isRepeatable(request) || neverConnected(e)) {
          throw noAnswer(request, e);
        }
        connectionBroke = true;
        LOGGER.debug("The connection broke during {}, which is sent again", describe(request));
      }
    }
  }

  private HttpAnswer sendOnce(HttpRequest request) throws IOException, TimeoutException {
    return read(request, http.send(request, responseTimeoutMillis, false, null));
  }

  private HttpAnswer readOrFail(HttpRequest request, HttpResponse answer, Throwable failure) {
    if (failure != null) {
      throw noAnswer(request, failure);
    }
    try {
      return read(request, answer);
    } catch (IOException e) {
      throw noAnswer(request, e);
    }
  }

  private static HttpAnswer read(HttpRequest request, HttpResponse answer) throws IOException {
    try (InputStream content = answer.getEntity().getContent()) {
      byte[] body = BoundedBody.read(content, MOST_ANSWER_BYTES)
          .orElseThrow(() -> new TwilioException(TwilioError.SERVER_ERROR, "Twilio's answer to " + describe(request) + " (HTTP "
              + answer.getStatusCode() + ") is larger than " + MOST_ANSWER_BYTES + " bytes"));
      return new HttpAnswer(answer.getStatusCode(), ofNullable(answer.getHeaderValue("retry-after")), body);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private TwilioException noAnswer(HttpRequest request, Throwable failure) {
    return failure instanceof TimeoutException
        ? new TwilioException(TwilioError.TIMEOUT, "Twilio did not answer " + describe(request) + " within "
            + responseTimeoutMillis + " ms" + doubtOf(request), failure)
        : new TwilioException(TwilioError.CONNECTIVITY, "Twilio could not be reached for " + describe(request) + ": "
            + (failure.getMessage() == null ? failure.toString() : failure.getMessage()), failure);
  }

  private static boolean isRepeatable(HttpRequest request) {
    return request.getMethod().equals("GET") || request.getMethod().equals("DELETE");
  }

  /** Nothing listens there, or it is not whom we trust: a second try would only take as long again. */
  private static boolean neverConnected(IOException failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof ConnectException || each instanceof UnknownHostException || each instanceof NoRouteToHostException
          || each instanceof SSLException) {
        return true;
      }
    }
    return false;
  }

  private static String describe(HttpRequest request) {
    return request.getMethod() + " " + request.getUri().getPath();
  }

  private static String doubtOf(HttpRequest request) {
    return request.getMethod().equals("GET") ? "" : ": it may have been done; look before you do it again";
  }
}
