package org.muletwilio.internal.source.resource;

import org.mule.runtime.api.exception.MuleException;

import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.source.registration.Registration;
import org.muletwilio.internal.source.registration.RegistrationAttempt;
import org.muletwilio.internal.source.registration.RegistrationConflictException;
import org.muletwilio.internal.source.registration.ShownUrl;

import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** Registers a source's address as one of the addresses of a number, a messaging service … */
public final class WebhookRegistration implements Registration {

  /** What Twilio itself gives to a number that is bought, until somebody sets an address. */
  private static final Pattern PLACEHOLDER = Pattern.compile("https?://demo\\.twilio\\.com/.*");

  private final WebhookResource resource;
  private final WebhookSlot slot;
  /** The address that was set, or at least tried: an answer may be missing. Null before. */
  private String set;
  /** What was there before; null where that was the config's own. */
  private JsonNode before;

  WebhookRegistration(WebhookResource resource, WebhookSlot slot) {
    this.resource = resource;
    this.slot = slot;
  }

  @Override
  public String getDescription() {
    return "the " + slot.getName() + " of " + resource.getDescription();
  }

  @Override
  public Optional<String> getKey() {
    return Optional.of(slot.getUrlPointer() + " of " + resource.getDescription());
  }

  @Override
  public boolean register(TwilioConnection connection, String url, RegistrationAttempt attempt) throws MuleException {
    JsonNode found = resource.fetch(connection);
    attempt.claim(slot.getUrlPointer() + " of " + ApiResources.sidOf(found), getDescription());
    Optional<String> winner = resource.winnerOver(connection, found, slot);
    if (winner.isPresent()) {
      throw new RegistrationConflictException("Twilio would not call " + getDescription() + ": " + winner.get());
    }
    if (slot.isSetTo(url, found)) {
      set = url;
      return false;
    }
    String there = slot.urlIn(found);
    boolean own = there.equals(url) || there.equals(set) || attempt.isOwn(there);
    if (!there.isEmpty() && !own && !PLACEHOLDER.matcher(there).matches() && !attempt.mayOverwrite()) {
      throw new RegistrationConflictException(getDescription() + " is " + ShownUrl.of(there)
          + ", which this config has not made. Remove it at Twilio, or set overwrite=\"true\" to replace it");
    }
    if (!own) {
      before = found;
    }
    set = url;
    resource.update(connection, found, slot.valuesFor(url));
    return true;
  }

  @Override
  public boolean restore(TwilioConnection connection) {
    if (set == null || before == null) {
      return false;
    }
    try {
      JsonNode found = resource.fetch(connection);
      if (!slot.urlIn(found).equals(set)) {
        return false;
      }
      resource.update(connection, found, slot.valuesFor(slot.urlIn(before), slot.methodIn(before)));
      set = null;
      return true;
    } catch (MuleException e) {
      return false;
    }
  }
}
