package org.muletwilio.internal.connection.oauth;

import static java.lang.Math.min;

import org.mule.runtime.api.connection.ConnectionException;

import org.muletwilio.internal.connection.http.Authorization;
import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * By an OAuth access token, which all requests of a config share and which is kept until shortly before it expires. Only one is
 * asked for at a time; no thread and no lock is held meanwhile.
 */
public final class BearerAuthorization implements Authorization {

  private static final long LONGEST_MARGIN_MILLIS = 60_000;
  /** What says of the credentials, or of the rate of requests, the same for a token as for what it is for. */
  private static final Set<TwilioError> REFUSALS =
      EnumSet.of(TwilioError.INVALID_CREDENTIALS, TwilioError.FORBIDDEN, TwilioError.TOO_MANY_REQUESTS);

  private final Function<Executor, CompletableFuture<AccessToken>> tokens;
  private final LongSupplier millis;
  private String header;
  private long renewAt;
  private CompletableFuture<String> pending;

  /**
   * @param tokens asks for a new token, and does its work on the executor
   * @param millis the time by which tokens expire, in milliseconds
   */
  public BearerAuthorization(Function<Executor, CompletableFuture<AccessToken>> tokens, LongSupplier millis) {
    this.tokens = tokens;
    this.millis = millis;
  }

  @Override
  public CompletableFuture<String> getHeader(Executor work) {
    CompletableFuture<String> next;
    synchronized (this) {
      if (header != null && millis.getAsLong() < renewAt) {
        return CompletableFuture.completedFuture(header);
      }
      if (pending != null) {
        return pending;
      }
      next = new CompletableFuture<>();
      pending = next;
    }
    try {
      tokens.apply(work).whenComplete((token, failure) -> took(next, token, failure));
    } catch (RuntimeException | Error e) {
      // all who wait for the token wait for this one
      took(next, null, e);
    }
    return next;
  }

  /** Several requests may find the same token refused; the first one's new token serves them all. */
  @Override
  public synchronized boolean renew(String refused) {
    if (refused.equals(header)) {
      header = null;
    }
    return true;
  }

  private void took(CompletableFuture<String> request, AccessToken token, Throwable failure) {
    synchronized (this) {
      pending = null;
      if (failure == null) {
        long margin = min(LONGEST_MARGIN_MILLIS, token.getLifetimeMillis() / 10);
        renewAt = millis.getAsLong() + token.getLifetimeMillis() - margin;
        header = "Bearer " + token.getText();
      }
    }
    if (failure == null) {
      request.complete("Bearer " + token.getText());
    } else {
      request.completeExceptionally(noToken(failure instanceof CompletionException ? failure.getCause() : failure));
    }
  }

  /**
   * What a token is for has not been sent, whatever became of the request for the token. An error of that request which speaks of
   * a resource, such as NOT_FOUND, would be taken for one of the message or call that the flow asked about.
   */
  private static TwilioException noToken(Throwable failure) {
    boolean refused = failure instanceof TwilioException && REFUSALS.contains(((TwilioException) failure).getType());
    return refused ? (TwilioException) failure
        : new TwilioException(TwilioError.CONNECTIVITY, "Twilio gave no access token, and nothing was sent: "
            + failure.getMessage(), firstReason(failure));
  }

  /** Where Mule finds a ConnectionException among the causes it runs the operation again, which a create must decide itself. */
  private static Throwable firstReason(Throwable failure) {
    Throwable reason = failure;
    while (reason instanceof TwilioException || reason instanceof ConnectionException) {
      reason = reason.getCause();
    }
    return reason;
  }
}
