package org.muletwilio.api.resource;

import org.muletwilio.api.Nullable;
import org.muletwilio.api.ValueStyle;

import java.io.Serializable;
import java.time.ZonedDateTime;

import org.immutables.value.Value;

/** A number of the account. What Twilio does not report is null. */
@Value.Immutable
@ValueStyle
public abstract class IncomingPhoneNumber implements Serializable {

  private static final long serialVersionUID = 1L;

  IncomingPhoneNumber() {}

  /** @return the number's SID, <code>PN…</code> */
  public abstract @Nullable String getSid();

  /** @return the SID of the account */
  public abstract @Nullable String getAccountSid();

  /** @return the number in E.164 format */
  public abstract @Nullable String getPhoneNumber();

  /** @return its descriptive name */
  public abstract @Nullable String getFriendlyName();

  /** @return the URL that answers incoming calls, or null */
  public abstract @Nullable String getVoiceUrl();

  /** @return the URL that answers when that one fails, or null */
  public abstract @Nullable String getVoiceFallbackUrl();

  /** @return the URL that receives incoming messages, or null */
  public abstract @Nullable String getSmsUrl();

  /** @return the URL that receives them when that one fails, or null */
  public abstract @Nullable String getSmsFallbackUrl();

  /** @return the URL to which the status of calls is reported, or null */
  public abstract @Nullable String getStatusCallbackUrl();

  /** @return the SID of the application for calls, or null */
  public abstract @Nullable String getVoiceApplicationSid();

  /** @return the SID of the application for messages, or null */
  public abstract @Nullable String getSmsApplicationSid();

  /** @return the SID of the SIP trunk for calls, or null */
  public abstract @Nullable String getTrunkSid();

  /** @return whether callers' names are looked up */
  public abstract @Nullable Boolean getVoiceCallerIdLookup();

  /** @return whether it accepts voice calls or faxes, in Twilio's terms: voice, fax */
  public abstract @Nullable String getVoiceReceiveMode();

  /** @return what it can do */
  public abstract @Nullable PhoneNumberCapabilities getCapabilities();

  /** @return the SID of the address that local regulations require, or null */
  public abstract @Nullable String getAddressSid();

  /** @return the SID of the regulatory bundle, or null */
  public abstract @Nullable String getBundleSid();

  /** @return the SID of the identity, or null */
  public abstract @Nullable String getIdentitySid();

  /** @return whether emergency calls can be made from it, in Twilio's terms: Active, Inactive */
  public abstract @Nullable String getEmergencyStatus();

  /** @return the SID of the address that is given to emergency services, or null */
  public abstract @Nullable String getEmergencyAddressSid();

  /** @return the status */
  public abstract @Nullable String getStatus();

  /** @return the kind of number, in Twilio's terms, such as local or mobile */
  public abstract @Nullable String getType();

  /** @return where it comes from: twilio, hosted */
  public abstract @Nullable String getOrigin();

  /** @return whether it is new to Twilio */
  public abstract @Nullable Boolean getBeta();

  /** @return when it was made */
  public abstract @Nullable ZonedDateTime getDateCreated();

  /** @return when it last changed */
  public abstract @Nullable ZonedDateTime getDateUpdated();

  @Override
  public String toString() {
    return "IncomingPhoneNumber{sid=" + getSid() + ", phoneNumber=" + getPhoneNumber() + ", friendlyName=" + getFriendlyName()
        + "}";
  }
}
