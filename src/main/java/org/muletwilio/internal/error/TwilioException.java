package org.muletwilio.internal.error;

import org.mule.runtime.api.connection.ConnectionException;
import org.mule.runtime.api.exception.ErrorMessageAwareException;
import org.mule.runtime.api.message.Message;
import org.mule.runtime.extension.api.exception.ModuleException;

import org.muletwilio.api.resource.RequestError;
import org.muletwilio.internal.callback.codec.LogText;

/**
 * A failed operation. Its message is one line of a bounded length, whatever is quoted in it: Mule writes it to the log as it is.
 * Where its cause is a ConnectionException, Mule reconnects and runs the operation again as the connection's
 * <code>reconnection</code> says: only a read may carry one, since a create could then send a message twice.
 */
public final class TwilioException extends ModuleException implements ErrorMessageAwareException {

  private static final long serialVersionUID = 1L;
  /** Room for all that is wrong with a request. Values of a flow, which may have any length, are cut where they are quoted. */
  private static final int MOST_CHARACTERS = 4000;

  private final RequestError refusal;

  /**
   * @param error the error's type
   * @param message what is wrong, where, and what to do
   */
  public TwilioException(TwilioError error, String message) {
    super(LogText.of(message, MOST_CHARACTERS), error);
    this.refusal = null;
  }

  /**
   * @param error the error's type
   * @param message what is wrong, where, and what to do
   * @param cause what was noticed first
   */
  public TwilioException(TwilioError error, String message, Throwable cause) {
    super(LogText.of(message, MOST_CHARACTERS), error, cause);
    this.refusal = null;
  }

  /**
   * @param error the error's type
   * @param refusal what Twilio answered; the message tells it on one line, and no more of it than a log should hold
   */
  public TwilioException(TwilioError error, RequestError refusal) {
    super("Twilio refused the request: " + LogText.of(refusal), error);
    this.refusal = refusal;
  }

  /**
   * @param message what is wrong, where, and what to do
   * @param cause what was noticed first
   * @return the error of a read that got no answer, which Mule may run again
   */
  public static TwilioException unreached(String message, Throwable cause) {
    String safe = LogText.of(message, MOST_CHARACTERS);
    return new TwilioException(TwilioError.CONNECTIVITY, safe, new ConnectionException(safe, cause));
  }

  /**
   * @param code one of Twilio's error codes
   * @return whether Twilio answered with it
   */
  public boolean hasCode(int code) {
    return refusal != null && refusal.getCode() != null && refusal.getCode() == code;
  }

  /**
   * @param status an HTTP status
   * @return whether Twilio answered with it
   */
  public boolean hasStatus(int status) {
    return refusal != null && refusal.getStatus() == status;
  }

  /** @return a message whose payload is Twilio's answer as a {@link RequestError}, or null where there was no answer */
  @Override
  public Message getErrorMessage() {
    return Message.of(refusal);
  }
}
