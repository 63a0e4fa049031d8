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
  @Nullable
  public abstract String getValidationCode();

  /** @return the number in E.164 format */
  @Nullable
  public abstract String getPhoneNumber();

  /** @return its name for people */
  @Nullable
  public abstract String getFriendlyName();

  /** @return the SID of the call that asks for the code, <code>CA…</code> */
  @Nullable
  public abstract String getCallSid();

  /** @return the SID of the account */
  @Nullable
  public abstract String getAccountSid();

  @Override
  public String toString() {
    return "CallerIdValidation{phoneNumber=" + getPhoneNumber() + ", callSid=" + getCallSid() + "}";
  }
}
