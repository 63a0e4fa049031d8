package org.muletwilio.api.resource;

import java.io.Serializable;

/** A number that is being verified as a caller ID: Twilio calls it and asks for the code. */
public final class CallerIdValidation implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String validationCode;
  private final String phoneNumber;
  private final String friendlyName;
  private final String callSid;
  private final String accountSid;

  CallerIdValidation(CallerIdValidationBuilder builder) {
    this.validationCode = builder.validationCode;
    this.phoneNumber = builder.phoneNumber;
    this.friendlyName = builder.friendlyName;
    this.callSid = builder.callSid;
    this.accountSid = builder.accountSid;
  }

  /** @return the code of six digits to enter when Twilio calls */
  public String getValidationCode() {
    return validationCode;
  }

  /** @return the number in E.164 format */
  public String getPhoneNumber() {
    return phoneNumber;
  }

  /** @return its name for people */
  public String getFriendlyName() {
    return friendlyName;
  }

  /** @return the SID of the call that asks for the code, <code>CA…</code> */
  public String getCallSid() {
    return callSid;
  }

  /** @return the SID of the account */
  public String getAccountSid() {
    return accountSid;
  }

  @Override
  public String toString() {
    return "CallerIdValidation{phoneNumber=" + phoneNumber + ", callSid=" + callSid + "}";
  }
}
