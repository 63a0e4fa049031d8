package org.muletwilio.internal.connection.http;

import org.mule.runtime.http.api.domain.entity.EmptyHttpEntity;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;
import org.mule.runtime.http.api.domain.message.request.HttpRequestBuilder;

import org.muletwilio.internal.error.TwilioException;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

/**
 * GETs files: from the API, which gets the credentials, and from the storage that it redirects to, which never does. It has HTTP
 * clients of its own, so that a file that is read slowly holds up no other request.
 */
public final class FileClient {

  private static final int UNAUTHORIZED = 401;
  private static final int MOST_SENDS = 4;
  private static final String API_HOST = "api.twilio.com";

  private final FileConnections connections;
  private final ApiAddress address;
  private final Authorization authorization;
  private final RequestExecutor executor;
  private final int stallMillis;

  /**
   * @param connections the HTTP clients
   * @param address where the API is
   * @param authorization how requests to it show whose they are
   * @param executor runs what may wait
   * @param stallMillis how long a file may send nothing
   */
  public FileClient(FileConnections connections, ApiAddress address, Authorization authorization, RequestExecutor executor,
                    int stallMillis) {
    this.connections = connections;
    this.address = address;
    this.authorization = authorization;
    this.executor = executor;
    this.stallMillis = stallMillis;
  }

  /**
   * The calling thread waits.
   *
   * @param uri at the API or anywhere else
   * @param headers beside those that the client has
   * @return the answer, whatever its status; that of a file which comes in one piece has yet to be read and closed
   * @throws TwilioException where there is none
   */
  public HttpAnswer get(URI uri, Map<String, String> headers) {
    return get(connections.ofParts(), uri, headers);
  }

  /**
   * As {@link #get}, for a file that comes in one piece: over a connection of its own, until the answer's content is closed.
   * However slowly that is read, nothing else has to wait for it, as long as not too many are read so.
   */
  public HttpAnswer getWhole(URI uri, Map<String, String> headers) {
    FileConnections.FileConnection own = connectionFor(uri);
    boolean kept = false;
    try {
      HttpAnswer answer = get(own.getSender(), uri, headers);
      kept = answer.getContent().isPresent();
      return answer.closing(own::close);
    } finally {
      if (!kept) {
        own.close();
      }
    }
  }

  private FileConnections.FileConnection connectionFor(URI uri) {
    try {
      return connections.open();
    } catch (NotSentException e) {
      throw failure(uri, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(uri, e);
    }
  }

  private HttpAnswer get(RequestSender files, URI uri, Map<String, String> headers) {
    CallerThread caller = new CallerThread(executor);
    try {
      CompletableFuture<HttpAnswer> answer = address.isApi(uri) ? withCredentials(files, uri, headers, caller)
          : files.send(request(uri, headers).build(), caller);
      return caller.await(answer, MOST_SENDS * files.getLongestMillis());
    } catch (ExecutionException e) {
      throw e.getCause() instanceof TwilioException ? (TwilioException) e.getCause() : failure(uri, e.getCause());
    } catch (TimeoutException e) {
      throw failure(uri, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(uri, e);
    }
  }

  /** @return where a path of the classic API is */
  public URI apiUri(String path) {
    return address.uriOf(path);
  }

  /** @return the path and query of an address of the classic API, or empty where it is not one */
  public Optional<String> pathOf(URI uri) {
    return uri.getRawUserInfo() == null && uri.getRawPath() != null ? address.pathAndQueryOf(uri, API_HOST)
        : Optional.empty();
  }

  /** @return whether an address is the API's own */
  public boolean isApi(URI uri) {
    return address.isApi(uri);
  }

  /** @return whether a redirect may lead there: by HTTPS anywhere, by HTTP where the API itself is reached so */
  public boolean mayFollow(URI uri) {
    return uri.getHost() != null && uri.getRawUserInfo() == null
        && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()) && address.isPlain());
  }

  /** @return how long a file may send nothing, in milliseconds */
  public int getStallMillis() {
    return stallMillis;
  }

  /**
   * @param delayMillis from now
   * @param task never waits
   * @return takes the task back
   */
  public Future<?> schedule(long delayMillis, Runnable task) {
    return executor.schedule(delayMillis, task);
  }

  private CompletableFuture<HttpAnswer> withCredentials(RequestSender files, URI uri, Map<String, String> headers,
                                                        Executor work) {
    return header(work).thenCompose(header -> files.send(apiRequest(uri, headers, header), work)
        .thenCompose(answer -> answer.getStatus() == UNAUTHORIZED && authorization.renew(header)
            ? header(work).thenCompose(renewed -> files.send(apiRequest(uri, headers, renewed), work))
            : CompletableFuture.completedFuture(answer)));
  }

  private CompletableFuture<String> header(Executor work) {
    return RequestFailures.forRead(authorization.getHeader(work));
  }

  private HttpRequest apiRequest(URI uri, Map<String, String> headers, String credentials) {
    HttpRequestBuilder request = request(uri, headers).addHeader("Authorization", credentials);
    if (!API_HOST.equals(uri.getHost()) && !uri.getHost().endsWith(".twilio.com")) {
      request.addHeader("X-Forwarded-Host", API_HOST);
    }
    return request.build();
  }

  private static HttpRequestBuilder request(URI uri, Map<String, String> headers) {
    HttpRequestBuilder request = HttpRequest.builder().method("GET").uri(uri).addHeader("Accept", "*/*")
        .addHeader("User-Agent", MuleHttpClient.USER_AGENT).entity(new EmptyHttpEntity());
    headers.forEach(request::addHeader);
    return request;
  }

  private TwilioException failure(URI uri, Throwable reason) {
    return RequestFailures.toException(HttpRequest.builder().method("GET").uri(uri).build(), true, reason);
  }
}
