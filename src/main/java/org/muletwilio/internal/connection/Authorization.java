package org.muletwilio.internal.connection;

/** How requests show that they come from the account. */
interface Authorization {

  /** @return the value of the Authorization header */
  String getHeader();

  /**
   * @param refused a header that Twilio answered with 401
   * @return whether {@link #getHeader()} is worth another try
   */
  boolean renew(String refused);
}
