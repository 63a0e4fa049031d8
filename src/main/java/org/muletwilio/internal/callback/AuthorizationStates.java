package org.muletwilio.internal.callback;

import org.muletwilio.internal.callback.flow.CallbackRunnerFactory;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.trust.RouteSecret;

import java.security.SecureRandom;

/** Makes the state parameter for each authorization of a Connect app. Thread-safe. */
public final class AuthorizationStates {

  private final RouteSecret secret;
  private final long longestMillis;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param secret the account's, from which the tokens are made
   * @param rememberedMillis how long it is known that one has been used
   */
  AuthorizationStates(RouteSecret secret, long rememberedMillis) {
    this.secret = secret;
    this.longestMillis = Math.min(CallbackRunnerFactory.LONGEST_STATE_MILLIS, rememberedMillis);
  }

  /** @return how long a state may serve at the most, in milliseconds */
  public long getLongestMillis() {
    return longestMillis;
  }

  /**
   * @param route where the browser of an authorization comes back to
   * @param lifetimeMillis how long the state serves
   * @return a state that serves once
   */
  public String newState(CallbackRoute route, long lifetimeMillis) {
    return route.newState(secret, System.currentTimeMillis() + lifetimeMillis, random);
  }
}
