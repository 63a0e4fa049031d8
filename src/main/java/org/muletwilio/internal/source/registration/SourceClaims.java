package org.muletwilio.internal.source.registration;

import static org.mule.runtime.api.i18n.I18nMessageFactory.createStaticMessage;

import org.mule.runtime.api.exception.DefaultMuleException;
import org.mule.runtime.api.exception.MuleException;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What each source of an application takes for itself at Twilio: no two can have the same address of a number. Thread-safe. */
final class SourceClaims {

  private final Map<String, String> owners = new ConcurrentHashMap<>();

  /**
   * @param key what is taken; once more by the same owner is fine
   * @param description of it, for messages
   * @param owner the source, by its flow and config
   * @throws MuleException if another source has it, naming both
   */
  void claim(String key, String description, String owner) throws MuleException {
    String other = owners.putIfAbsent(key, owner);
    if (other != null && !other.equals(owner)) {
      throw new DefaultMuleException(createStaticMessage(owner + " and " + other + " both want " + description
          + ", and Twilio calls one address alone. Leave out one of the two sources, or let one flow call the other"));
    }
  }

  /** @param owner a source that has stopped */
  void release(String owner) {
    owners.values().removeIf(owner::equals);
  }
}
