package org.muletwilio.api.resource;

import java.time.ZonedDateTime;

/** Builds an {@link IncomingPhoneNumber}; an application's tests can use it to stand in for Twilio. What is not set is null. */
public final class IncomingPhoneNumberBuilder {

  String sid;
  String accountSid;
  String phoneNumber;
  String friendlyName;
  String voiceUrl;
  String voiceFallbackUrl;
  String smsUrl;
  String smsFallbackUrl;
  String statusCallbackUrl;
  String voiceApplicationSid;
  String smsApplicationSid;
  String trunkSid;
  Boolean voiceCallerIdLookup;
  String voiceReceiveMode;
  PhoneNumberCapabilities capabilities;
  String addressSid;
  String bundleSid;
  String identitySid;
  String emergencyStatus;
  String emergencyAddressSid;
  String status;
  String type;
  String origin;
  Boolean beta;
  ZonedDateTime dateCreated;
  ZonedDateTime dateUpdated;

  /**
   * @param sid see {@link IncomingPhoneNumber#getSid()}
   * @return this
   */
  public IncomingPhoneNumberBuilder sid(String sid) {
    this.sid = sid;
    return this;
  }

  /**
   * @param accountSid see {@link IncomingPhoneNumber#getAccountSid()}
   * @return this
   */
  public IncomingPhoneNumberBuilder accountSid(String accountSid) {
    this.accountSid = accountSid;
    return this;
  }

  /**
   * @param phoneNumber see {@link IncomingPhoneNumber#getPhoneNumber()}
   * @return this
   */
  public IncomingPhoneNumberBuilder phoneNumber(String phoneNumber) {
    this.phoneNumber = phoneNumber;
    return this;
  }

  /**
   * @param friendlyName see {@link IncomingPhoneNumber#getFriendlyName()}
   * @return this
   */
  public IncomingPhoneNumberBuilder friendlyName(String friendlyName) {
    this.friendlyName = friendlyName;
    return this;
  }

  /**
   * @param voiceUrl see {@link IncomingPhoneNumber#getVoiceUrl()}
   * @return this
   */
  public IncomingPhoneNumberBuilder voiceUrl(String voiceUrl) {
    this.voiceUrl = voiceUrl;
    return this;
  }

  /**
   * @param voiceFallbackUrl see {@link IncomingPhoneNumber#getVoiceFallbackUrl()}
   * @return this
   */
  public IncomingPhoneNumberBuilder voiceFallbackUrl(String voiceFallbackUrl) {
    this.voiceFallbackUrl = voiceFallbackUrl;
    return this;
  }

  /**
   * @param smsUrl see {@link IncomingPhoneNumber#getSmsUrl()}
   * @return this
   */
  public IncomingPhoneNumberBuilder smsUrl(String smsUrl) {
    this.smsUrl = smsUrl;
    return this;
  }

  /**
   * @param smsFallbackUrl see {@link IncomingPhoneNumber#getSmsFallbackUrl()}
   * @return this
   */
  public IncomingPhoneNumberBuilder smsFallbackUrl(String smsFallbackUrl) {
    this.smsFallbackUrl = smsFallbackUrl;
    return this;
  }

  /**
   * @param statusCallbackUrl see {@link IncomingPhoneNumber#getStatusCallbackUrl()}
   * @return this
   */
  public IncomingPhoneNumberBuilder statusCallbackUrl(String statusCallbackUrl) {
    this.statusCallbackUrl = statusCallbackUrl;
    return this;
  }

  /**
   * @param voiceApplicationSid see {@link IncomingPhoneNumber#getVoiceApplicationSid()}
   * @return this
   */
  public IncomingPhoneNumberBuilder voiceApplicationSid(String voiceApplicationSid) {
    this.voiceApplicationSid = voiceApplicationSid;
    return this;
  }

  /**
   * @param smsApplicationSid see {@link IncomingPhoneNumber#getSmsApplicationSid()}
   * @return this
   */
  public IncomingPhoneNumberBuilder smsApplicationSid(String smsApplicationSid) {
    this.smsApplicationSid = smsApplicationSid;
    return this;
  }

  /**
   * @param trunkSid see {@link IncomingPhoneNumber#getTrunkSid()}
   * @return this
   */
  public IncomingPhoneNumberBuilder trunkSid(String trunkSid) {
    this.trunkSid = trunkSid;
    return this;
  }

  /**
   * @param voiceCallerIdLookup see {@link IncomingPhoneNumber#getVoiceCallerIdLookup()}
   * @return this
   */
  public IncomingPhoneNumberBuilder voiceCallerIdLookup(Boolean voiceCallerIdLookup) {
    this.voiceCallerIdLookup = voiceCallerIdLookup;
    return this;
  }

  /**
   * @param voiceReceiveMode see {@link IncomingPhoneNumber#getVoiceReceiveMode()}
   * @return this
   */
  public IncomingPhoneNumberBuilder voiceReceiveMode(String voiceReceiveMode) {
    this.voiceReceiveMode = voiceReceiveMode;
    return this;
  }

  /**
   * @param capabilities see {@link IncomingPhoneNumber#getCapabilities()}
   * @return this
   */
  public IncomingPhoneNumberBuilder capabilities(PhoneNumberCapabilities capabilities) {
    this.capabilities = capabilities;
    return this;
  }

  /**
   * @param addressSid see {@link IncomingPhoneNumber#getAddressSid()}
   * @return this
   */
  public IncomingPhoneNumberBuilder addressSid(String addressSid) {
    this.addressSid = addressSid;
    return this;
  }

  /**
   * @param bundleSid see {@link IncomingPhoneNumber#getBundleSid()}
   * @return this
   */
  public IncomingPhoneNumberBuilder bundleSid(String bundleSid) {
    this.bundleSid = bundleSid;
    return this;
  }

  /**
   * @param identitySid see {@link IncomingPhoneNumber#getIdentitySid()}
   * @return this
   */
  public IncomingPhoneNumberBuilder identitySid(String identitySid) {
    this.identitySid = identitySid;
    return this;
  }

  /**
   * @param emergencyStatus see {@link IncomingPhoneNumber#getEmergencyStatus()}
   * @return this
   */
  public IncomingPhoneNumberBuilder emergencyStatus(String emergencyStatus) {
    this.emergencyStatus = emergencyStatus;
    return this;
  }

  /**
   * @param emergencyAddressSid see {@link IncomingPhoneNumber#getEmergencyAddressSid()}
   * @return this
   */
  public IncomingPhoneNumberBuilder emergencyAddressSid(String emergencyAddressSid) {
    this.emergencyAddressSid = emergencyAddressSid;
    return this;
  }

  /**
   * @param status see {@link IncomingPhoneNumber#getStatus()}
   * @return this
   */
  public IncomingPhoneNumberBuilder status(String status) {
    this.status = status;
    return this;
  }

  /**
   * @param type see {@link IncomingPhoneNumber#getType()}
   * @return this
   */
  public IncomingPhoneNumberBuilder type(String type) {
    this.type = type;
    return this;
  }

  /**
   * @param origin see {@link IncomingPhoneNumber#getOrigin()}
   * @return this
   */
  public IncomingPhoneNumberBuilder origin(String origin) {
    this.origin = origin;
    return this;
  }

  /**
   * @param beta see {@link IncomingPhoneNumber#getBeta()}
   * @return this
   */
  public IncomingPhoneNumberBuilder beta(Boolean beta) {
    this.beta = beta;
    return this;
  }

  /**
   * @param dateCreated see {@link IncomingPhoneNumber#getDateCreated()}
   * @return this
   */
  public IncomingPhoneNumberBuilder dateCreated(ZonedDateTime dateCreated) {
    this.dateCreated = dateCreated;
    return this;
  }

  /**
   * @param dateUpdated see {@link IncomingPhoneNumber#getDateUpdated()}
   * @return this
   */
  public IncomingPhoneNumberBuilder dateUpdated(ZonedDateTime dateUpdated) {
    this.dateUpdated = dateUpdated;
    return this;
  }

  /** @return the incoming phone number */
  public IncomingPhoneNumber build() {
    return new IncomingPhoneNumber(this);
  }
}
