package org.muletwilio.testkit.twilio;

import java.util.Optional;

/**
 * Something that goes wrong with a request to the API.
 *
 * @param processed whether the request is carried out all the same
 * @param answer what goes back; nothing cuts the connection
 */
public record ApiFault(boolean processed, Optional<ApiAnswer> answer) {

  /** The request is refused with this answer. */
  public static ApiFault answer(ApiAnswer answer) {
    return new ApiFault(false, Optional.of(answer));
  }

  /** The request is lost, and the connection with it. */
  public static ApiFault cutBefore() {
    return new ApiFault(false, Optional.empty());
  }

  /** The request is carried out, but its answer is lost with the connection. */
  public static ApiFault cutAfter() {
    return new ApiFault(true, Optional.empty());
  }
}
