package org.muletwilio.internal.operation;

import static org.muletwilio.internal.error.TwilioError.INVALID_REQUEST;

import org.muletwilio.internal.error.TwilioException;

/** Refuses what Twilio would not accept, before anything is sent. */
public final class Validation {

  private Validation() {}

  /**
   * @param condition what must hold
   * @param operation the operation's name in XML
   * @param otherwise what is wrong if it doesn't, with the value and what to do
   * @throws TwilioException if it doesn't
   */
  public static void requireThat(boolean condition, String operation, String otherwise) {
    if (!condition) {
      throw invalid(operation, otherwise);
    }
  }

  /** @return the error for a request that Twilio would not accept */
  public static TwilioException invalid(String operation, String what) {
    return new TwilioException(INVALID_REQUEST, operation + ": " + what);
  }

  /**
   * @param operation the operation's name in XML
   * @param parameter the number's name in XML
   * @param number the number, or null
   * @param least the least that Twilio takes
   * @param most the most that Twilio takes
   * @return the number
   * @throws TwilioException if Twilio would not take it
   */
  public static Integer within(String operation, String parameter, Integer number, int least, int most) {
    requireThat(number == null || number >= least && number <= most, operation,
                parameter + " is " + number + ": Twilio takes " + least + " to " + most);
    return number;
  }

  public static boolean isEmpty(String text) {
    return text == null || text.trim().isEmpty();
  }
}
