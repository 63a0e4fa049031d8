package org.muletwilio.internal.source.registration;

import static org.mule.runtime.api.i18n.I18nMessageFactory.createStaticMessage;

import org.mule.runtime.api.exception.MuleException;

import org.muletwilio.internal.callback.codec.LogText;

/** A source can't have the address that Twilio calls: it is somebody else's, or another one wins over it. */
public final class RegistrationConflictException extends MuleException {

  private static final long serialVersionUID = 1L;

  /** @param message who has it, and what to do; names that others have given at Twilio are escaped and cut with it */
  public RegistrationConflictException(String message) {
    super(createStaticMessage(LogText.of(message)));
  }
}
