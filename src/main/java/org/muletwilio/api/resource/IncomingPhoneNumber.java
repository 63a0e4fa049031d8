package org.muletwilio.api.resource;

import org.muletwilio.api.Nullable;
import org.muletwilio.api.ValueStyle;

import java.io.Serializable;
import java.time.ZonedDateTime;

import org.immutables.value.Value;

/** A number of the account. What Twilio does not tell is null. */
@Value.Immutable
@ValueStyle
public abstract class IncomingPhoneNumber implements Serializable {

  private static final long serialVersionUID = 1L;

  IncomingPhoneNumber() {}

  /** @return the number's SID, <code>PN…</code> */
  @Nullable
  public abstract String getSid();

  /** @return the SID of the account */
  @Nullable
  public abstract String getAccountSid();

  /** @return the number in E.164 format */
  @Nullable
  public abstract String getPhoneNumber();

  /** @return its name for people */
  @Nullable
  public abstract String getFriendlyName();

  /** @return the address that answers incoming calls, or null */
  @Nullable
  public abstract String getVoiceUrl();

  /** @return the address that answers where that one fails, or null */
  @Nullable
  public abstract String getVoiceFallbackUrl();

  /** @return the address that takes incoming messages, or null */
  @Nullable
  public abstract String getSmsUrl();

  /** @return the address that takes them where that one fails, or null */
  @Nullable
  public abstract String getSmsFallbackUrl();

  /** @return the address that hears about the status of calls, or null */
  @Nullable
  public abstract String getStatusCallbackUrl();

  /** @return the SID of the application for calls, or null */
  @Nullable
  public abstract String getVoiceApplicationSid();

  /** @return the SID of the application for messages, or null */
  @Nullable
  public abstract String getSmsApplicationSid();

  /** @return the SID of the SIP trunk for calls, or null */
  @Nullable
  public abstract String getTrunkSid();

  /** @return whether callers' names are looked up */
  @Nullable
  public abstract Boolean getVoiceCallerIdLookup();

  /** @return what it takes calls for, in Twilio's words: voice, fax */
  @Nullable
  public abstract String getVoiceReceiveMode();

  /** @return what it can do */
  @Nullable
  public abstract PhoneNumberCapabilities getCapabilities();

  /** @return the SID of the address that local rules ask for, or null */
  @Nullable
  public abstract String getAddressSid();

  /** @return the SID of the regulatory bundle, or null */
  @Nullable
  public abstract String getBundleSid();

  /** @return the SID of the identity, or null */
  @Nullable
  public abstract String getIdentitySid();

  /** @return whether emergency calls can be made from it, in Twilio's words: Active, Inactive */
  @Nullable
  public abstract String getEmergencyStatus();

  /** @return the SID of the address that emergency services are told, or null */
  @Nullable
  public abstract String getEmergencyAddressSid();

  /** @return the status */
  @Nullable
  public abstract String getStatus();

  /** @return the kind of number, in Twilio's words, such as local or mobile */
  @Nullable
  public abstract String getType();

  /** @return where it comes from: twilio, hosted */
  @Nullable
  public abstract String getOrigin();

  /** @return whether it is new to Twilio */
  @Nullable
  public abstract Boolean getBeta();

  /** @return when it was made */
  @Nullable
  public abstract ZonedDateTime getDateCreated();

  /** @return when it last changed */
  @Nullable
  public abstract ZonedDateTime getDateUpdated();

  @Override
  public String toString() {
    return "IncomingPhoneNumber{sid=" + getSid() + ", phoneNumber=" + getPhoneNumber() + ", friendlyName=" + getFriendlyName()
        + "}";
  }
}
