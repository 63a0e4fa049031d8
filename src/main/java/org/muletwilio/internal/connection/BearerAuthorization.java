package org.muletwilio.internal.connection;

import static java.lang.Math.min;

import java.util.function.Supplier;

/** By an OAuth access token, which is kept until shortly before it expires. Only one is asked for at a time. */
final class BearerAuthorization implements Authorization {

  private static final long LONGEST_MARGIN_MILLIS = 60_000;

  private final Supplier<AccessToken> tokens;
  private final Time time;
  private String header;
  private long renewAt;

  /**
   * @param tokens asks for a new token
   * @param time by which tokens expire
   */
  BearerAuthorization(Supplier<AccessToken> tokens, Time time) {
    this.tokens = tokens;
    this.time = time;
  }

  @Override
  public synchronized String getHeader() {
    if (header == null || time.millis() >= renewAt) {
      AccessToken token = tokens.get();
      header = "Bearer " + token.getText();
      renewAt = time.millis() + token.getLifetimeMillis() - min(LONGEST_MARGIN_MILLIS, token.getLifetimeMillis() / 10);
    }
    return header;
  }

  /** Several requests may find the same token refused; the first one's new token serves them all. */
  @Override
  public synchronized boolean renew(String refused) {
    if (refused.equals(header)) {
      header = null;
    }
    return true;
  }
}
