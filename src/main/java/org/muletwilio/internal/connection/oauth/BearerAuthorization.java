package org.muletwilio.internal.connection.oauth;

import static java.lang.Math.min;

import org.muletwilio.internal.connection.http.Authorization;
import org.muletwilio.internal.connection.http.Time;

import java.util.Optional;
import java.util.function.Supplier;

/** By an OAuth access token, which is kept until shortly before it expires. Only one is asked for at a time. */
public final class BearerAuthorization implements Authorization {

  private static final long LONGEST_MARGIN_MILLIS = 60_000;

  private final Supplier<AccessToken> tokens;
  private final Time time;
  private volatile String header;
  private volatile long renewAt;

  /**
   * @param tokens asks for a new token
   * @param time by which tokens expire
   */
  public BearerAuthorization(Supplier<AccessToken> tokens, Time time) {
    this.tokens = tokens;
    this.time = time;
  }

  @Override
  public synchronized String getHeader() {
    if (!getHeaderAtHand().isPresent()) {
      AccessToken token = tokens.get();
      renewAt = time.millis() + token.getLifetimeMillis() - min(LONGEST_MARGIN_MILLIS, token.getLifetimeMillis() / 10);
      header = "Bearer " + token.getText();
    }
    return header;
  }

  /** Takes no lock: that is held while a token is asked for. */
  @Override
  public Optional<String> getHeaderAtHand() {
    return Optional.ofNullable(header).filter(kept -> time.millis() < renewAt);
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
