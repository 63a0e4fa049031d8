package org.muletwilio.internal.source.registration;

import org.mule.runtime.api.exception.MuleException;

/** A source, as far as its registration needs to know it. */
public interface RegistrationAttempt {

  /**
   * @param url an address that Twilio has
   * @return whether the source's config can have made it, under another host and with other secrets, too
   */
  boolean isOwn(String url);

  /** @return the name of the source's flow */
  String getFlow();

  /** @return the name of the source's config */
  String getConfig();

  /**
   * @param name of a flow
   * @return whether the application has it, started or not
   */
  boolean hasFlow(String name);

  /** @return whether somebody else's address may be overwritten */
  boolean mayOverwrite();

  /**
   * @param key what the source takes for itself among the sources of the application
   * @param description of it, for messages
   * @throws MuleException if another source has it, naming that
   */
  void claim(String key, String description) throws MuleException;

  /** @return where the application remembers what was at Twilio before its sources came */
  EarlierValues getEarlierValues();
}
