package org.muletwilio.internal.source.registration;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was at Twilio before the sources of an application registered their addresses. It outlives a source that could not put it
 * back, so that the next one can. Thread-safe.
 */
public final class EarlierValues {

  private final Map<String, Map<String, String>> values = new ConcurrentHashMap<>();

  /**
   * @param key of an address at Twilio
   * @return the parameters that put back what was there, where it is known
   */
  public Optional<Map<String, String>> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /**
   * @param key of an address at Twilio
   * @param earlier the parameters that put back what is there now
   */
  public void put(String key, Map<String, String> earlier) {
    values.put(key, earlier);
  }

  /** @param key of an address at Twilio that is as it was, or that somebody has changed */
  public void remove(String key) {
    values.remove(key);
  }
}
