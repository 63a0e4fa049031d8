package org.muletwilio.internal.source.registration;

import static org.mule.runtime.api.i18n.I18nMessageFactory.createStaticMessage;

import org.mule.runtime.api.connection.ConnectionException;
import org.mule.runtime.api.exception.DefaultMuleException;
import org.mule.runtime.api.exception.MuleException;

import org.muletwilio.internal.error.TwilioException;

/** Why a source can't start when Twilio does not take its address. */
final class StartFailure {

  private StartFailure() {}

  /**
   * Mule shows the message of the first cause alone: what it is about must be in that.
   *
   * @param owner the source
   * @param description what its address is registered as
   * @return a {@link ConnectionException} where a reconnection strategy may try again
   */
  static MuleException of(String owner, String description, TwilioException e) {
    String message = owner + " can't register its address as " + description + ": " + e.getMessage();
    switch (e.getType().getType()) {
      case "NOT_FOUND":
      case "INVALID_REQUEST":
      case "INVALID_CALLBACK_URL":
        return new DefaultMuleException(createStaticMessage(message));
      default:
        return new ConnectionException(message + ". A reconnection strategy tries again; with register=\"false\" the address is "
            + "only logged");
    }
  }
}
