package org.muletwilio.internal.callback;

import static java.util.Collections.emptyList;
import static java.util.Collections.unmodifiableList;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The auth tokens that callbacks may be signed with, by the name of the config. One for each application, made by
 * registry-bootstrap.properties: a connection provider alone knows the tokens and a config alone has the listener, and Mule
 * introduces neither to the other.
 */
public class TrustedAuthTokens {

  private final Map<String, List<AuthToken>> tokens = new ConcurrentHashMap<>();

  /**
   * @param config a config's name
   * @param trusted its auth tokens; new addresses are made with the first
   */
  public void put(String config, List<AuthToken> trusted) {
    tokens.put(config, unmodifiableList(new ArrayList<>(trusted)));
  }

  /** @param config the name of a config that has stopped */
  public void remove(String config) {
    tokens.remove(config);
  }

  /**
   * @param config a config's name
   * @return its auth tokens; none where its connection has none
   */
  public List<AuthToken> of(String config) {
    return tokens.getOrDefault(config, emptyList());
  }
}
