package org.muletwilio.internal.error;

import static java.util.Arrays.stream;
import static java.util.Optional.ofNullable;

import org.mule.runtime.extension.api.error.ErrorTypeDefinition;
import org.mule.runtime.extension.api.error.MuleErrors;

import java.util.Optional;

/** The errors of the connector, <code>TWILIO:…</code>, and Twilio's error codes that stand behind them. */
public enum TwilioError implements ErrorTypeDefinition<TwilioError> {

  /**
   * Twilio was not reached, and nothing was done: a refused connection, an unknown host, a TLS handshake that failed, no free
   * connection, or a read whose connection broke. It is safe to try again.
   */
  CONNECTIVITY(MuleErrors.CONNECTIVITY),
  /**
   * The request went out, and what became of it is not known: the connection was cut before the answer was complete, or the answer
   * can't be read. Not a child of MULE:CONNECTIVITY, so that nothing that tries again after that sends a message twice.
   */
  UNKNOWN_OUTCOME((ErrorTypeDefinition<?>) null),
  /** Twilio did not answer in time; what was asked for may have been done. */
  TIMEOUT(UNKNOWN_OUTCOME),
  /** The credentials of the connection are wrong, or those of another account. */
  INVALID_CREDENTIALS(MuleErrors.CLIENT_SECURITY, 20003),
  /** The credentials are right but not allowed to do this. */
  FORBIDDEN(MuleErrors.CLIENT_SECURITY, 20403, 20005, 20006, 20008, 20010, 70051),
  /** No such message, call … in this account. */
  NOT_FOUND((ErrorTypeDefinition<?>) null, 20404),
  /** The resource is in a state that doesn't allow this. */
  CONFLICT((ErrorTypeDefinition<?>) null, 20409, 21220),
  /** Twilio limits the rate of requests and repeating did not help. */
  TOO_MANY_REQUESTS((ErrorTypeDefinition<?>) null, 20429),
  /** The queue of the sender is full. */
  QUEUE_FULL((ErrorTypeDefinition<?>) null, 21611, 22005, 10004),
  /** Twilio, or the connector before anything was sent, refuses the request as it is. */
  INVALID_REQUEST((ErrorTypeDefinition<?>) null),
  /** A phone number to send to or to call is not one, or can't be reached so. */
  INVALID_PHONE_NUMBER(INVALID_REQUEST, 21211, 21212, 21214, 21217, 21401, 21421, 21604, 21612, 21614),
  /** The sender is not one that this account may use so. */
  INVALID_SENDER(INVALID_REQUEST, 21601, 21603, 21606, 21607, 21210, 21703, 21704, 21712, 63007),
  /** A callback's address or flow can't be used. */
  INVALID_CALLBACK_URL(INVALID_REQUEST, 21609, 21205, 21626, 21502),
  /** A trial account may only reach numbers that were verified. */
  UNVERIFIED_NUMBER((ErrorTypeDefinition<?>) null, 21608, 21219),
  /** The recipient has replied STOP. */
  RECIPIENT_UNSUBSCRIBED((ErrorTypeDefinition<?>) null, 21610),
  /** The account's geographic permissions exclude the recipient's country. */
  GEO_PERMISSION((ErrorTypeDefinition<?>) null, 21408, 21215, 21216),
  /** Twilio is not available at the moment; what was asked for may have been done. */
  SERVICE_UNAVAILABLE(UNKNOWN_OUTCOME, 20503),
  /** Twilio failed; what was asked for may have been done. */
  SERVER_ERROR(UNKNOWN_OUTCOME, 20500),
  /** A flow was run by a callback of another kind than it reads, or by none. */
  UNEXPECTED_CALLBACK(MuleErrors.VALIDATION),
  /** A callback was not signed with a trusted auth token; it was answered with 403 and ran no flow. */
  INVALID_SIGNATURE(MuleErrors.SERVER_SECURITY);

  private final ErrorTypeDefinition<?> parent;
  private final int[] codes;

  TwilioError(ErrorTypeDefinition<?> parent, int... codes) {
    this.parent = parent;
    this.codes = codes;
  }

  @Override
  @SuppressWarnings("unchecked")
  public Optional<ErrorTypeDefinition<? extends Enum<?>>> getParent() {
    return ofNullable((ErrorTypeDefinition<? extends Enum<?>>) parent);
  }

  /** @return whether what was asked for may have been done in spite of the error */
  public boolean isOutcomeUnknown() {
    return this == UNKNOWN_OUTCOME || parent == UNKNOWN_OUTCOME;
  }

  /**
   * @param code Twilio's error code, where the answer had one
   * @param status the HTTP status of the answer
   * @return the error by code, else by status
   */
  public static TwilioError of(Optional<Integer> code, int status) {
    return code.flatMap(TwilioError::ofCode).orElseGet(() -> ofStatus(status));
  }

  private static Optional<TwilioError> ofCode(int code) {
    return stream(values()).filter(error -> stream(error.codes).anyMatch(known -> known == code)).findFirst();
  }

  private static TwilioError ofStatus(int status) {
    switch (status) {
      case 401:
        return INVALID_CREDENTIALS;
      case 403:
        return FORBIDDEN;
      case 404:
        return NOT_FOUND;
      case 409:
        return CONFLICT;
      case 407:
      case 426:
        return CONNECTIVITY;
      case 429:
        return TOO_MANY_REQUESTS;
      case 502:
      case 503:
      case 504:
        return SERVICE_UNAVAILABLE;
      default:
        return status >= 400 && status < 500 ? INVALID_REQUEST : SERVER_ERROR;
    }
  }
}
