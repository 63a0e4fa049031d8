package org.muletwilio.internal.source.resource;

import org.mule.runtime.api.exception.MuleException;

import org.muletwilio.internal.callback.codec.SafeLogger;
import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.error.TwilioException;
import org.muletwilio.internal.source.registration.Registration;
import org.muletwilio.internal.source.registration.RegistrationAttempt;
import org.muletwilio.internal.source.registration.RegistrationConflictException;
import org.muletwilio.internal.source.registration.ShownUrl;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** Registers a source's address as one of the addresses of a number, a messaging service … */
public final class WebhookRegistration implements Registration {

  private static final SafeLogger LOGGER = SafeLogger.of(WebhookRegistration.class);
  /** What Twilio itself gives to a number that is bought, until somebody sets an address. */
  private static final Pattern PLACEHOLDER = Pattern.compile("https?://demo\\.twilio\\.com/.*");

  /** Twilio's code where there is no such resource; a 404 without it may come from something in between. */
  private static final int NOT_FOUND = 20404;

  private final WebhookResource resource;
  private final WebhookSlot slot;
  /** The addresses that were set, or at least tried: an answer may be missing. */
  private final Set<String> tried = new HashSet<>();

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
  public Optional<String> getSharedResource() {
    return resource.getSharedResource();
  }

  @Override
  public boolean register(TwilioConnection connection, String url, RegistrationAttempt attempt) throws MuleException {
    JsonNode found = fetch(connection);
    attempt.claim(keyOf(found), getDescription());
    Optional<String> winner = resource.winnerOver(connection, found, slot);
    if (winner.isPresent()) {
      throw new RegistrationConflictException("Twilio would not call " + getDescription() + ": " + winner.get());
    }
    if (slot.isSetTo(url, found)) {
      tried.add(url);
      return false;
    }
    String there = slot.urlIn(found);
    boolean own = there.equals(url) || tried.contains(there) || attempt.isOwn(there);
    if (!there.isEmpty() && !own && !PLACEHOLDER.matcher(there).matches() && !attempt.mayOverwrite()) {
      throw new RegistrationConflictException(getDescription() + " is " + ShownUrl.of(there)
          + ", which this config has not made. Remove it at Twilio, or set overwrite=\"true\" to replace it");
    }
    if (!own) {
      tellReplaced(there);
      attempt.getEarlierValues().put(keyOf(found), slot.valuesFor(there, slot.methodIn(found)));
    }
    tried.add(url);
    resource.update(connection, found, slot.valuesFor(url));
    return true;
  }

  @Override
  public boolean restore(TwilioConnection connection, RegistrationAttempt attempt) {
    if (tried.isEmpty()) {
      return false;
    }
    try {
      JsonNode found = resource.fetch(connection);
      Optional<Map<String, String>> earlier = attempt.getEarlierValues().get(keyOf(found));
      boolean restored = earlier.isPresent() && tried.contains(slot.urlIn(found));
      if (restored) {
        resource.update(connection, found, earlier.get());
      }
      attempt.getEarlierValues().remove(keyOf(found));
      tried.clear();
      return restored;
    } catch (MuleException e) {
      return false;
    }
  }

  /** What Twilio does not know by its SID is as wrong as a number that the account does not have. */
  private JsonNode fetch(TwilioConnection connection) throws MuleException {
    try {
      return resource.fetch(connection);
    } catch (TwilioException e) {
      if (e.hasCode(NOT_FOUND)) {
        throw new RegistrationConflictException("the account " + connection.getAccountSid() + " has no "
            + resource.getDescription() + ": compare it with Twilio's console");
      }
      throw e;
    }
  }

  /** With LEAVE nobody else knows what was there. */
  private void tellReplaced(String earlier) {
    if (!earlier.isEmpty() && !PLACEHOLDER.matcher(earlier).matches()) {
      LOGGER.info("{} was {}, which overwrite=\"true\" replaces", getDescription(), ShownUrl.of(earlier));
    }
  }

  private String keyOf(JsonNode found) {
    return slot.getUrlPointer() + " of " + ApiResources.sidOf(found);
  }
}
