package org.muletwilio.internal.connection;

import static org.mule.runtime.api.connection.ConnectionValidationResult.failure;
import static org.mule.runtime.api.connection.ConnectionValidationResult.success;

import org.mule.runtime.api.connection.ConnectionValidationResult;

import org.muletwilio.internal.connection.http.MuleHttpClient;
import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;

import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.auth_strategy.NoAuthStrategy;
import com.twilio.exception.ApiException;
import com.twilio.http.HttpClient;
import com.twilio.http.TwilioRestClient;

/** One account at Twilio. */
public final class TwilioConnection {

  /** The code with which Twilio tells test credentials that they are right but can't fetch this. */
  private static final int TEST_CREDENTIALS = 20008;
  private static final int ACCOUNT_NOT_ACTIVE = 20005;
  private static final int FORBIDDEN = 403;

  private final String accountSid;
  private final MuleHttpClient http;
  private final TwilioRestClient client;
  private final ValidationRequest probe;

  TwilioConnection(String accountSid, MuleHttpClient http, ValidationRequest probe) {
    this.accountSid = accountSid;
    this.http = http;
    this.client = clientOver(http);
    this.probe = probe;
  }

  /**
   * @param request what to ask of Twilio, by one of the SDK's creators, fetchers …
   * @param <T> what Twilio answers
   * @return the answer
   * @throws TwilioException with the error's type and what Twilio said
   */
  public <T> T call(Function<TwilioRestClient, T> request) {
    try {
      return request.apply(client);
    } catch (ApiException e) {
      throw new TwilioException(TwilioError.SERVER_ERROR, "Twilio took the request, but its answer could not be read: "
          + e.getMessage(), e);
    }
  }

  /**
   * As {@link #call}, but no thread waits for the answer. The SDK's creators only know how to wait, and so one only tells what it
   * would send.
   *
   * @param create what to make at Twilio, by one of the SDK's creators
   * @param read reads what was made from the answer's body, as the creator would
   * @param <T> what was made
   * @return what was made, or a {@link TwilioException} with the error's type and what Twilio said
   */
  public <T> CompletableFuture<T> callAsync(Function<TwilioRestClient, ?> create, BiFunction<InputStream, ObjectMapper, T> read) {
    RequestRecorder recorder = new RequestRecorder();
    create.apply(clientOver(recorder));
    return http.makeRequestAsync(recorder.getRequest())
        .thenApply(answer -> call(twilio -> read.apply(answer.getStream(), twilio.getObjectMapper())));
  }

  private TwilioRestClient clientOver(HttpClient sender) {
    return new TwilioRestClient.Builder(NoAuthStrategy.getInstance()).accountSid(accountSid).httpClient(sender).build();
  }

  /** @return whether Twilio knows the account and its credentials; they need not be allowed everything */
  ConnectionValidationResult validate() {
    try {
      return call(twilio -> {
        probe.send(twilio);
        return success();
      });
    } catch (TwilioException e) {
      boolean known = e.hasCode(TEST_CREDENTIALS) || e.hasStatus(FORBIDDEN) && !e.hasCode(ACCOUNT_NOT_ACTIVE);
      return known ? success() : failure(e.getMessage(), e);
    }
  }
}
