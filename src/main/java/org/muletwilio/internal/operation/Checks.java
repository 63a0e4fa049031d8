package org.muletwilio.internal.operation;

import static org.muletwilio.internal.error.TwilioError.INVALID_REQUEST;

import org.muletwilio.internal.error.TwilioException;

/** Refuses what Twilio could not take, before anything is sent. */
final class Checks {

  private Checks() {}

  /**
   * @param condition what must hold
   * @param operation the operation's name in XML
   * @param otherwise what is wrong if it doesn't, with the value and what to do
   * @throws TwilioException if it doesn't
   */
  static void requireThat(boolean condition, String operation, String otherwise) {
    if (!condition) {
      throw invalid(operation, otherwise);
    }
  }

  /** @return the error for a request that Twilio could not take */
  static TwilioException invalid(String operation, String what) {
    return new TwilioException(INVALID_REQUEST, operation + ": " + what);
  }

  static boolean isEmpty(String text) {
    return text == null || text.trim().isEmpty();
  }
}
