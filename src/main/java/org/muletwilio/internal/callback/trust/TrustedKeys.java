package org.muletwilio.internal.callback.trust;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys that callbacks may be signed with, by the name of the config. One for each application, made by
 * registry-bootstrap.properties: a connection provider alone knows the keys and a config alone has the listener, and Mule
 * introduces neither to the other.
 */
public class TrustedKeys {

  private final Map<String, AccountKeys> keys = new ConcurrentHashMap<>();

  /**
   * @param config a config's name
   * @param trusted its keys
   */
  public void put(String config, AccountKeys trusted) {
    keys.put(config, trusted);
  }

  /** @param config the name of a config that has stopped */
  public void remove(String config) {
    keys.remove(config);
  }

  /**
   * @param config a config's name
   * @return its keys; none where it has no connection
   */
  public AccountKeys of(String config) {
    return keys.getOrDefault(config, AccountKeys.NONE);
  }
}
