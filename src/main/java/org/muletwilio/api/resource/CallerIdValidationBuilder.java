package org.muletwilio.api.resource;

/** Builds a {@link CallerIdValidation}; an application's tests can use it to stand in for Twilio. What is not set is null. */
public final class CallerIdValidationBuilder {

  String validationCode;
  String phoneNumber;
  String friendlyName;
  String callSid;
  String accountSid;

  /**
   * @param validationCode see {@link CallerIdValidation#getValidationCode()}
   * @return this
   */
  public CallerIdValidationBuilder validationCode(String validationCode) {
    this.validationCode = validationCode;
    return this;
  }

  /**
   * @param phoneNumber see {@link CallerIdValidation#getPhoneNumber()}
   * @return this
   */
  public CallerIdValidationBuilder phoneNumber(String phoneNumber) {
    this.phoneNumber = phoneNumber;
    return this;
  }

  /**
   * @param friendlyName see {@link CallerIdValidation#getFriendlyName()}
   * @return this
   */
  public CallerIdValidationBuilder friendlyName(String friendlyName) {
    this.friendlyName = friendlyName;
    return this;
  }

  /**
   * @param callSid see {@link CallerIdValidation#getCallSid()}
   * @return this
   */
  public CallerIdValidationBuilder callSid(String callSid) {
    this.callSid = callSid;
    return this;
  }

  /**
   * @param accountSid see {@link CallerIdValidation#getAccountSid()}
   * @return this
   */
  public CallerIdValidationBuilder accountSid(String accountSid) {
    this.accountSid = accountSid;
    return this;
  }

  /** @return the caller id validation */
  public CallerIdValidation build() {
    return new CallerIdValidation(this);
  }
}
