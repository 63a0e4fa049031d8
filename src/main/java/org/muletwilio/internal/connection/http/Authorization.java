package org.muletwilio.internal.connection.http;

import java.util.Optional;

/** How requests show that they come from the account. */
public interface Authorization {

  /** @return the value of the Authorization header */
  String getHeader();

  /** @return the same, or empty where somebody has to be asked for it, which takes time */
  Optional<String> getHeaderAtHand();

  /**
   * @param refused a header that Twilio answered with 401
   * @return whether {@link #getHeader()} is worth another try
   */
  boolean renew(String refused);
}
