package org.muletwilio.internal.callback.trust;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The auth tokens that callbacks may be signed with, by the name of the config. One for each application, made by
 * registry-bootstrap.properties: a connection provider alone knows the tokens and a config alone has the listener, and Mule
 * introduces neither to the other.
 */
public class TrustedAuthTokens {

  private final Map<String, AccountAuthTokens> tokens = new ConcurrentHashMap<>();

  /**
   * @param config a config's name
   * @param trusted its auth tokens
   */
  public void put(String config, AccountAuthTokens trusted) {
    tokens.put(config, trusted);
  }

  /** @param config the name of a config that has stopped */
  public void remove(String config) {
    tokens.remove(config);
  }

  /**
   * @param config a config's name
   * @return its auth tokens; none where it has no connection
   */
  public AccountAuthTokens of(String config) {
    return tokens.getOrDefault(config, AccountAuthTokens.NONE);
  }
}
