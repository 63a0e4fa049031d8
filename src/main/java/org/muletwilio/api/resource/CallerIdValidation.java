package org.muletwilio.api.resource;

import org.muletwilio.api.Nullable;
import org.muletwilio.api.ValueStyle;

import java.io.Serializable;

import org.immutables.value.Value;

/** A number that is being verified as a caller ID: Twilio calls it and asks for the code. */
@Value.Immutable
@ValueStyle
public abstract class CallerIdValidation implements Serializable {

  private static final long serialVersionUID = 1L;

  CallerIdValidation() {}

  /** @return the code of six digits to enter when Twilio calls */
  public abstract @Nullable String getValidationCode();

  /** @return the number in E.164 format */
  public abstract @Nullable String getPhoneNumber();

  /** @return its descriptive name */
  public abstract @Nullable String getFriendlyName();

  /** @return the SID of the call that asks for the code, <code>CA…</code> */
  public abstract @Nullable String getCallSid();

  /** @return the SID of the account */
  public abstract @Nullable String getAccountSid();

  @Override
  public String toString() {
    return "CallerIdValidation{phoneNumber=" + getPhoneNumber() + ", callSid=" + getCallSid() + "}";
  }
}
