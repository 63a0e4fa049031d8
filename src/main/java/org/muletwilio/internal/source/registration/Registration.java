package org.muletwilio.internal.source.registration;

import org.mule.runtime.api.exception.MuleException;

import org.muletwilio.internal.connection.TwilioConnection;

import java.util.Optional;

/** What a source registers with Twilio, so that its flow is called. Used by one thread at a time. */
public interface Registration {

  /** @return what is registered, for messages, such as "the SMS URL of number +15005550006" */
  String getDescription();

  /**
   * @param url the address of the source
   * @return what somebody does in Twilio's console in place of the registration
   */
  default String instructionFor(String url) {
    return "Set " + getDescription() + " at Twilio, with POST, to " + url;
  }

  /**
   * @return what two sources of an application can't both have, as far as it is known without asking Twilio, or empty
   */
  Optional<String> getKey();

  /**
   * @return what other sources change together with this one, so that their requests must come one after the other; empty where
   *         the source changes nothing but its own
   */
  default Optional<String> getSharedResource() {
    return Optional.empty();
  }

  /**
   * Asks Twilio, and changes only what is not right already.
   *
   * @param connection the account
   * @param url the address of the source
   * @param attempt says what may be overwritten, and is told what is found
   * @return whether anything had to be changed
   * @throws RegistrationConflictException if the source can't have it
   * @throws MuleException if another source of the application has it
   * @throws TwilioException if Twilio refuses or can't be reached
   */
  boolean register(TwilioConnection connection, String url, RegistrationAttempt attempt) throws MuleException;

  /**
   * Puts back what was there before, where it is known and nobody has changed it since.
   *
   * @param connection the account
   * @param attempt knows what was there
   * @return whether it was put back
   * @throws TwilioException if Twilio refuses or can't be reached
   */
  boolean restore(TwilioConnection connection, RegistrationAttempt attempt);
}
