package org.muletwilio.internal.connection.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.mule.runtime.http.api.client.HttpClient;
import org.mule.runtime.http.api.client.auth.HttpAuthentication;
import org.mule.runtime.http.api.domain.entity.InputStreamHttpEntity;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;
import org.mule.runtime.http.api.domain.message.response.HttpResponseBuilder;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/** Mule's HTTP client, without a network: answers one thing after the other. */
public final class FakeHttp implements HttpClient {

  private final Deque<Object> answers = new ArrayDeque<>();
  private final List<HttpRequest> requests = new ArrayList<>();

  public FakeHttp answer(int status, String body, String... headers) {
    return answer(status, new ByteArrayInputStream(body.getBytes(UTF_8)), headers);
  }

  public FakeHttp answer(int status, InputStream body, String... headers) {
    HttpResponseBuilder response = HttpResponse.builder().statusCode(status).entity(new InputStreamHttpEntity(body));
    for (int i = 0; i < headers.length; i += 2) {
      response.addHeader(headers[i], headers[i + 1]);
    }
    answers.add(response.build());
    return this;
  }

  /** Answers a request for which nobody waits, when the test says so. */
  public FakeHttp answer(CompletableFuture<HttpResponse> later) {
    answers.add(later);
    return this;
  }

  FakeHttp fail(Exception failure) {
    answers.add(failure);
    return this;
  }

  public List<HttpRequest> requests() {
    return requests;
  }

  @Override
  public HttpResponse send(HttpRequest request, int timeout, boolean followRedirects, HttpAuthentication authentication)
      throws IOException, TimeoutException {
    if (followRedirects) {
      throw new AssertionError("a redirect must not be followed");
    }
    requests.add(request);
    Object answer = answers.remove();
    if (answer instanceof IOException) {
      throw (IOException) answer;
    }
    if (answer instanceof TimeoutException) {
      throw (TimeoutException) answer;
    }
    return (HttpResponse) answer;
  }

  @Override
  public CompletableFuture<HttpResponse> sendAsync(HttpRequest request, int timeout, boolean followRedirects,
                                                   HttpAuthentication authentication) {
    if (answers.peek() instanceof CompletableFuture) {
      requests.add(request);
      return ((CompletableFuture<?>) answers.remove()).thenApply(HttpResponse.class::cast);
    }
    CompletableFuture<HttpResponse> answer = new CompletableFuture<>();
    try {
      answer.complete(send(request, timeout, followRedirects, authentication));
    } catch (IOException | TimeoutException e) {
      answer.completeExceptionally(e);
    }
    return answer;
  }

  @Override
  public void start() {}

  @Override
  public void stop() {}
}
