package org.muletwilio.internal.connection;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;

/** A cheap request that tells whether credentials are right. */
enum ValidationRequest {

  /** The account itself, which takes its auth token or a main API key. */
  ACCOUNT {

    @Override
    void send(TwilioRestClient client) {
      Account.fetcher(client.getAccountSid()).fetch(client);
    }
  },

  /**
   * One phone number of the account: a standard API key may read it, while it is refused the account with a 401 as if it were
   * wrong, and a restricted one is at least told so with a 403.
   */
  PHONE_NUMBER {

    @Override
    void send(TwilioRestClient client) {
      IncomingPhoneNumber.reader().pageSize(1).firstPage(client);
    }
  };

  abstract void send(TwilioRestClient client);
}
