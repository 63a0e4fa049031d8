package org.muletwilio.internal.source.registration;

import static org.mule.runtime.api.i18n.I18nMessageFactory.createStaticMessage;

import org.mule.runtime.api.exception.DefaultMuleException;
import org.mule.runtime.api.exception.MuleException;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What each source of an application takes for itself at Twilio: no two can have the same address of a number. Thread-safe. */
final class SourceClaims {

  private final Map<String, SourceRegistration> claims = new ConcurrentHashMap<>();

  /**
   * @param key what is taken; once more by the same source, also by an earlier start of it, is fine
   * @param description of it, for messages
   * @param claimant takes it
   * @throws MuleException if another source has it, naming both
   */
  void claim(String key, String description, SourceRegistration claimant) throws MuleException {
    SourceRegistration holder = claims.compute(key,
        (same, before) -> before == null || before.getOwner().equals(claimant.getOwner()) ? claimant : before);
    if (holder != claimant) {
      throw new DefaultMuleException(createStaticMessage(claimant.getOwner() + " and " + holder.getOwner() + " both want "
          + description + ", and Twilio calls one address alone. Leave out one of the two sources, or let one flow call the "
          + "other"));
    }
  }

  /** @param claimant a source that has stopped */
  void release(SourceRegistration claimant) {
    claims.values().removeIf(claimant::equals);
  }
}
