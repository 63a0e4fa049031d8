package org.muletwilio.internal.error;

import static java.util.Optional.ofNullable;

import org.mule.runtime.extension.api.error.ErrorTypeDefinition;
import org.mule.runtime.extension.api.error.MuleErrors;

import java.util.Optional;

/** The errors of the connector, <code>TWILIO:…</code>. Which of Twilio's error codes stand behind them is in error-codes.txt. */
public enum TwilioError implements ErrorTypeDefinition<TwilioError> {

  /**
   * Twilio was not reached, and nothing was done: a refused connection, an unknown host, a TLS handshake that failed, no free
   * connection, or a read whose connection broke. It is safe to try again.
   */
  CONNECTIVITY(MuleErrors.CONNECTIVITY),
  /**
   * The request went out, and what became of it is not known: the connection was cut before the answer was complete, or the
   * answer can't be read. Not a child of MULE:CONNECTIVITY, so that nothing that tries again after that sends a message twice.
   */
  UNKNOWN_OUTCOME((ErrorTypeDefinition<?>) null),
  /** Twilio did not answer in time; what was asked for may have been done. */
  TIMEOUT(UNKNOWN_OUTCOME),
  /** The credentials of the connection are wrong, or those of another account. */
  INVALID_CREDENTIALS(MuleErrors.CLIENT_SECURITY),
  /** The credentials are right but not allowed to do this. */
  FORBIDDEN(MuleErrors.CLIENT_SECURITY),
  /** No such message, call … in this account. */
  NOT_FOUND((ErrorTypeDefinition<?>) null),
  /** The resource is in a state that doesn't allow this. */
  CONFLICT((ErrorTypeDefinition<?>) null),
  /** Twilio limits the rate of requests and repeating did not help. */
  TOO_MANY_REQUESTS((ErrorTypeDefinition<?>) null),
  /** A limit that a moment's wait does not lift, such as five checks of one code; nothing was done. */
  LIMIT_REACHED((ErrorTypeDefinition<?>) null),
  /** The queue of the sender is full. */
  QUEUE_FULL((ErrorTypeDefinition<?>) null),
  /** Twilio, or the connector before anything was sent, refuses the request as it is. */
  INVALID_REQUEST((ErrorTypeDefinition<?>) null),
  /** A phone number to send to or to call is not one, or can't be reached so. */
  INVALID_PHONE_NUMBER(INVALID_REQUEST),
  /** The sender is not one that this account may use so. */
  INVALID_SENDER(INVALID_REQUEST),
  /** A callback's address or flow can't be used. */
  INVALID_CALLBACK_URL(INVALID_REQUEST),
  /** A trial account may only reach numbers that were verified. */
  UNVERIFIED_NUMBER((ErrorTypeDefinition<?>) null),
  /** The recipient has replied STOP. */
  RECIPIENT_UNSUBSCRIBED((ErrorTypeDefinition<?>) null),
  /** The account's geographic permissions exclude the recipient's country, or Twilio blocks the number. */
  GEO_PERMISSION((ErrorTypeDefinition<?>) null),
  /** Twilio is not available at the moment; what was asked for may have been done. */
  SERVICE_UNAVAILABLE(UNKNOWN_OUTCOME),
  /** Twilio failed; what was asked for may have been done. */
  SERVER_ERROR(UNKNOWN_OUTCOME),
  /** A flow was run by a callback of another kind than it reads, or by none. */
  UNEXPECTED_CALLBACK(MuleErrors.VALIDATION),
  /** A callback was not signed with a trusted auth token; it was answered with 403 and ran no flow. */
  INVALID_SIGNATURE(MuleErrors.SERVER_SECURITY);

  private final ErrorTypeDefinition<?> parent;

  TwilioError(ErrorTypeDefinition<?> parent) {
    this.parent = parent;
  }

  @Override
  @SuppressWarnings("unchecked")
  public Optional<ErrorTypeDefinition<? extends Enum<?>>> getParent() {
    return ofNullable((ErrorTypeDefinition<? extends Enum<?>>) parent);
  }

  /**
   * @param code Twilio's error code, where the answer had one
   * @param status the HTTP status of the answer
   * @return the error by code, else by status
   */
  public static TwilioError of(Optional<Integer> code, int status) {
    return code.flatMap(ErrorCodes::errorOf).orElseGet(() -> ofStatus(status));
  }

  private static TwilioError ofStatus(int status) {
    switch (status) {
      case 401:
        return INVALID_CREDENTIALS;
      case 403:
        return FORBIDDEN;
      case 404:
      case 410:
        return NOT_FOUND;
      case 409:
        return CONFLICT;
      case 408:
        return TIMEOUT;
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
