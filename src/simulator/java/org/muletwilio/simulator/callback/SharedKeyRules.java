package org.muletwilio.simulator.callback;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which callbacks are signed with a shared key, as the PREFIX_MATCH Rules of Twilio's webhook configuration say. */
public final class SharedKeyRules {

  /**
   * The shared key of a rule.
   *
   * @param name the key's name, which is sent to the receiver
   * @param secret the key's secret
   */
  public record SharedKey(String name, String secret) {

    @Override
    public String toString() {
      return name;
    }
  }

  private final Map<String, SharedKey> byPrefix = new ConcurrentHashMap<>();

  public void add(String urlPrefix, SharedKey key) {
    byPrefix.put(urlPrefix, key);
  }

  public void remove(String urlPrefix) {
    byPrefix.remove(urlPrefix);
  }

  /** The key of the longest matching prefix; empty where the account's auth token signs. */
  Optional<SharedKey> of(String url) {
    List<String> prefixes = byPrefix.keySet().stream().filter(url::startsWith).toList();
    return prefixes.stream().max(Comparator.comparingInt(String::length)).map(byPrefix::get);
  }
}
