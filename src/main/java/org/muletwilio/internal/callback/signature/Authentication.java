package org.muletwilio.internal.callback.signature;

import org.muletwilio.internal.callback.trust.CallerAccount;

/** The result of a check that a request has passed: which account signed it, and for which address. Immutable. */
public final class Authentication {

  private final String url;
  private final CallerAccount account;

  Authentication(String url, CallerAccount account) {
    this.url = url;
    this.account = account;
  }

  /** @return the address that Twilio was given to call so */
  public String getUrl() {
    return url;
  }

  /** @return the account whose key signed it; where signatures aren't checked, the one that it names */
  public CallerAccount getAccount() {
    return account;
  }
}
