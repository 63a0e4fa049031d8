package org.muletwilio.internal.connection.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.mule.runtime.http.api.client.HttpClient;
import org.mule.runtime.http.api.client.auth.HttpAuthentication;
import org.mule.runtime.http.api.domain.entity.InputStreamHttpEntity;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;
import org.mule.runtime.http.api.domain.message.response.HttpResponseBuilder;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Mule's HTTP client, without a network: answers one thing after the other. */
public final class FakeHttp implements HttpClient {

  private final Deque<Object> answers = new ArrayDeque<>();
  private final List<HttpRequest> requests = new CopyOnWriteArrayList<>();

  public FakeHttp answer(int status, String body, String... headers) {
    return answer(status, new ByteArrayInputStream(body.getBytes(UTF_8)), headers);
  }

  public FakeHttp answer(int status, InputStream body, String... headers) {
    HttpResponseBuilder response = HttpResponse.builder().statusCode(status).entity(new InputStreamHttpEntity(body));
    for (int i = 0; i < headers.length; i += 2) {
      response.addHeader(headers[i], headers[i + 1]);
    }
    return next(CompletableFuture.completedFuture(response.build()));
  }

  /** Answers a request when the test says so. */
  public FakeHttp answer(CompletableFuture<HttpResponse> later) {
    return next(later);
  }

  public FakeHttp fail(Exception failure) {
    CompletableFuture<HttpResponse> answer = new CompletableFuture<>();
    answer.completeExceptionally(failure);
    return next(answer);
  }

  /** Fails before a request is sent. */
  FakeHttp refuse(RuntimeException failure) {
    return next(failure);
  }

  /** Fails before a request is sent, in a way that no program expects. */
  FakeHttp refuse(Error failure) {
    return next(failure);
  }

  private synchronized FakeHttp next(Object answer) {
    answers.add(answer);
    return this;
  }

  public List<HttpRequest> requests() {
    return requests;
  }

  @Override
  public HttpResponse send(HttpRequest request, int timeout, boolean followRedirects, HttpAuthentication authentication) {
    throw new AssertionError("no thread waits in the client");
  }

  @Override
  @SuppressWarnings("unchecked")
  public synchronized CompletableFuture<HttpResponse> sendAsync(HttpRequest request, int timeout, boolean followRedirects,
                                                                HttpAuthentication authentication) {
    if (followRedirects) {
      throw new AssertionError("a redirect must not be followed");
    }
    requests.add(request);
    Object answer = answers.remove();
    if (answer instanceof RuntimeException) {
      throw (RuntimeException) answer;
    }
    if (answer instanceof Error) {
      throw (Error) answer;
    }
    return (CompletableFuture<HttpResponse>) answer;
  }

  @Override
  public void start() {}

  @Override
  public void stop() {}
}
