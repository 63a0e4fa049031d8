package org.muletwilio.internal.connection;

import static org.mule.runtime.api.connection.ConnectionValidationResult.failure;
import static org.mule.runtime.api.connection.ConnectionValidationResult.success;

import org.mule.runtime.api.connection.ConnectionValidationResult;

import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;

import java.util.function.Function;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.Account;

/** One account at Twilio. */
public final class TwilioConnection {

  /** The code with which Twilio tells test credentials that they are right but can't fetch an account. */
  private static final int TEST_CREDENTIALS = 20008;

  private final TwilioRestClient client;

  TwilioConnection(TwilioRestClient client) {
    this.client = client;
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

  /** @return whether Twilio knows the account and its credentials */
  ConnectionValidationResult validate() {
    try {
      call(twilio -> Account.fetcher(twilio.getAccountSid()).fetch(twilio));
      return success();
    } catch (TwilioException e) {
      return e.hasCode(TEST_CREDENTIALS) ? success() : failure(e.getMessage(), e);
    }
  }
}
