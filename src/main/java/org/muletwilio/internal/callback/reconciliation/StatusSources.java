package org.muletwilio.internal.callback.reconciliation;

import org.muletwilio.internal.callback.trust.TrustedKeys;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who can look up statuses, by the name of the config. One for each application, made by registry-bootstrap.properties, like
 * {@link TrustedKeys} and for the same reason.
 */
public class StatusSources {

  private final Map<String, StatusSource> sources = new ConcurrentHashMap<>();

  /**
   * @param config a config's name
   * @param source looks up statuses with its connection
   */
  public void put(String config, StatusSource source) {
    sources.put(config, source);
  }

  /** @param config the name of a config that has stopped */
  public void remove(String config) {
    sources.remove(config);
  }

  Optional<StatusSource> of(String config) {
    return Optional.ofNullable(sources.get(config));
  }
}
