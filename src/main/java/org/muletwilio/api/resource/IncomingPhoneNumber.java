package org.muletwilio.api.resource;

import java.io.Serializable;
import java.time.ZonedDateTime;

/** A number of the account. What Twilio does not tell is null. */
public final class IncomingPhoneNumber implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String sid;
  private final String accountSid;
  private final String phoneNumber;
  private final String friendlyName;
  private final String voiceUrl;
  private final String voiceFallbackUrl;
  private final String smsUrl;
  private final String smsFallbackUrl;
  private final String statusCallbackUrl;
  private final String voiceApplicationSid;
  private final String smsApplicationSid;
  private final String trunkSid;
  private final Boolean voiceCallerIdLookup;
  private final String voiceReceiveMode;
  private final PhoneNumberCapabilities capabilities;
  private final String addressSid;
  private final String bundleSid;
  private final String identitySid;
  private final String emergencyStatus;
  private final String emergencyAddressSid;
  private final String status;
  private final String type;
  private final String origin;
  private final Boolean beta;
  private final ZonedDateTime dateCreated;
  private final ZonedDateTime dateUpdated;

  IncomingPhoneNumber(IncomingPhoneNumberBuilder builder) {
    this.sid = builder.sid;
    this.accountSid = builder.accountSid;
    this.phoneNumber = builder.phoneNumber;
    this.friendlyName = builder.friendlyName;
    this.voiceUrl = builder.voiceUrl;
    this.voiceFallbackUrl = builder.voiceFallbackUrl;
    this.smsUrl = builder.smsUrl;
    this.smsFallbackUrl = builder.smsFallbackUrl;
    this.statusCallbackUrl = builder.statusCallbackUrl;
    this.voiceApplicationSid = builder.voiceApplicationSid;
    this.smsApplicationSid = builder.smsApplicationSid;
    this.trunkSid = builder.trunkSid;
    this.voiceCallerIdLookup = builder.voiceCallerIdLookup;
    this.voiceReceiveMode = builder.voiceReceiveMode;
    this.capabilities = builder.capabilities;
    this.addressSid = builder.addressSid;
    this.bundleSid = builder.bundleSid;
    this.identitySid = builder.identitySid;
    this.emergencyStatus = builder.emergencyStatus;
    this.emergencyAddressSid = builder.emergencyAddressSid;
    this.status = builder.status;
    this.type = builder.type;
    this.origin = builder.origin;
    this.beta = builder.beta;
    this.dateCreated = builder.dateCreated;
    this.dateUpdated = builder.dateUpdated;
  }

  /** @return the number's SID, <code>PN…</code> */
  public String getSid() {
    return sid;
  }

  /** @return the SID of the account */
  public String getAccountSid() {
    return accountSid;
  }

  /** @return the number in E.164 format */
  public String getPhoneNumber() {
    return phoneNumber;
  }

  /** @return its name for people */
  public String getFriendlyName() {
    return friendlyName;
  }

  /** @return the address that answers incoming calls, or null */
  public String getVoiceUrl() {
    return voiceUrl;
  }

  /** @return the address that answers where that one fails, or null */
  public String getVoiceFallbackUrl() {
    return voiceFallbackUrl;
  }

  /** @return the address that takes incoming messages, or null */
  public String getSmsUrl() {
    return smsUrl;
  }

  /** @return the address that takes them where that one fails, or null */
  public String getSmsFallbackUrl() {
    return smsFallbackUrl;
  }

  /** @return the address that hears about the status of calls, or null */
  public String getStatusCallbackUrl() {
    return statusCallbackUrl;
  }

  /** @return the SID of the application for calls, or null */
  public String getVoiceApplicationSid() {
    return voiceApplicationSid;
  }

  /** @return the SID of the application for messages, or null */
  public String getSmsApplicationSid() {
    return smsApplicationSid;
  }

  /** @return the SID of the SIP trunk for calls, or null */
  public String getTrunkSid() {
    return trunkSid;
  }

  /** @return whether callers' names are looked up */
  public Boolean getVoiceCallerIdLookup() {
    return voiceCallerIdLookup;
  }

  /** @return what it takes calls for, in Twilio's words: voice, fax */
  public String getVoiceReceiveMode() {
    return voiceReceiveMode;
  }

  /** @return what it can do */
  public PhoneNumberCapabilities getCapabilities() {
    return capabilities;
  }

  /** @return the SID of the address that local rules ask for, or null */
  public String getAddressSid() {
    return addressSid;
  }

  /** @return the SID of the regulatory bundle, or null */
  public String getBundleSid() {
    return bundleSid;
  }

  /** @return the SID of the identity, or null */
  public String getIdentitySid() {
    return identitySid;
  }

  /** @return whether emergency calls can be made from it, in Twilio's words: Active, Inactive */
  public String getEmergencyStatus() {
    return emergencyStatus;
  }

  /** @return the SID of the address that emergency services are told, or null */
  public String getEmergencyAddressSid() {
    return emergencyAddressSid;
  }

  /** @return the status */
  public String getStatus() {
    return status;
  }

  /** @return the kind of number, in Twilio's words, such as local or mobile */
  public String getType() {
    return type;
  }

  /** @return where it comes from: twilio, hosted */
  public String getOrigin() {
    return origin;
  }

  /** @return whether it is new to Twilio */
  public Boolean getBeta() {
    return beta;
  }

  /** @return when it was made */
  public ZonedDateTime getDateCreated() {
    return dateCreated;
  }

  /** @return when it last changed */
  public ZonedDateTime getDateUpdated() {
    return dateUpdated;
  }

  @Override
  public String toString() {
    return "IncomingPhoneNumber{sid=" + sid + ", phoneNumber=" + phoneNumber + ", friendlyName=" + friendlyName + "}";
  }
}
