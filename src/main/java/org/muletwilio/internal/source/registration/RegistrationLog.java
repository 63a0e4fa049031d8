package org.muletwilio.internal.source.registration;

import org.mule.runtime.api.exception.MuleException;

import org.muletwilio.internal.callback.CallbackEndpoint;
import org.muletwilio.internal.callback.codec.LogRateLimiter;
import org.muletwilio.internal.callback.codec.SafeLogger;
import org.muletwilio.internal.callback.route.CallbackRoute;

/** Tells in the log what became of a source's address. */
final class RegistrationLog {

  private static final SafeLogger LOGGER = SafeLogger.of(RegistrationLog.class);

  private final String owner;
  private final String description;
  private final LogRateLimiter failures = new LogRateLimiter(System::nanoTime);

  /**
   * @param owner the source, by its flow and config
   * @param description what is registered
   */
  RegistrationLog(String owner, String description) {
    this.owner = owner;
    this.description = description;
  }

  void leftToTheUser(CallbackEndpoint endpoint, CallbackRoute route, Registration registration) {
    try {
      LOGGER.info("{} registers nothing (register=\"false\"). {}", owner, registration.instructionFor(endpoint.urlFor(route)));
    } catch (MuleException e) {
      LOGGER.warn("{} has no public address yet to set as {} at Twilio: {}", owner, description, e.getMessage());
    }
  }

  void leftToThePrimaryNode() {
    LOGGER.info("{} leaves {} to the primary node of the cluster", owner, description);
  }

  void registered(boolean changed, String url) {
    LOGGER.info("{} is {}: {} takes what Twilio sends to {}", description, changed ? "set" : "set already", owner,
        ShownUrl.of(url));
  }

  void withoutAddress(MuleException reason) {
    if (failures.admit().isPresent()) {
      LOGGER.warn("{} registers {} when there is a public address: {}", owner, description, reason.getMessage());
    }
  }

  void conflict(RegistrationConflictException conflict) {
    LOGGER.warn("{} starts, but Twilio does not call it: {}", owner, conflict.getMessage());
  }

  void failed(Throwable failure) {
    if (failures.admit().isPresent()) {
      LOGGER.warn("{} could not register its new address as {} and tries again: {}", owner, description, failure.getMessage());
    }
  }

  void restored(boolean done) {
    LOGGER.info(done ? "{} has restored the earlier value of {}" : "{} leaves {} as it is: its earlier value is not known, or "
        + "somebody has changed it since", owner, description);
  }

  void notRestored(Exception failure) {
    LOGGER.warn("{} could not restore the earlier value of {}: {}", owner, description, failure.getMessage());
  }
}
