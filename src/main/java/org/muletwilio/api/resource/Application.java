package org.muletwilio.api.resource;

import java.io.Serializable;
import java.time.ZonedDateTime;

/** An application at Twilio: what happens to calls and messages. What Twilio does not tell is null. */
public final class Application implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String sid;
  private final String accountSid;
  private final String friendlyName;
  private final String voiceUrl;
  private final String voiceFallbackUrl;
  private final String smsUrl;
  private final String smsFallbackUrl;
  private final String statusCallbackUrl;
  private final String smsStatusCallbackUrl;
  private final String messageStatusCallbackUrl;
  private final Boolean voiceCallerIdLookup;
  private final Boolean publicApplicationConnectEnabled;
  private final ZonedDateTime dateCreated;
  private final ZonedDateTime dateUpdated;

  Application(ApplicationBuilder builder) {
    this.sid = builder.sid;
    this.accountSid = builder.accountSid;
    this.friendlyName = builder.friendlyName;
    this.voiceUrl = builder.voiceUrl;
    this.voiceFallbackUrl = builder.voiceFallbackUrl;
    this.smsUrl = builder.smsUrl;
    this.smsFallbackUrl = builder.smsFallbackUrl;
    this.statusCallbackUrl = builder.statusCallbackUrl;
    this.smsStatusCallbackUrl = builder.smsStatusCallbackUrl;
    this.messageStatusCallbackUrl = builder.messageStatusCallbackUrl;
    this.voiceCallerIdLookup = builder.voiceCallerIdLookup;
    this.publicApplicationConnectEnabled = builder.publicApplicationConnectEnabled;
    this.dateCreated = builder.dateCreated;
    this.dateUpdated = builder.dateUpdated;
  }

  /** @return the application's SID, <code>AP…</code> */
  public String getSid() {
    return sid;
  }

  /** @return the SID of the account */
  public String getAccountSid() {
    return accountSid;
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

  /** @return the address that hears about the status of messages, by its older name, or null */
  public String getSmsStatusCallbackUrl() {
    return smsStatusCallbackUrl;
  }

  /** @return the address that hears about the status of messages, or null */
  public String getMessageStatusCallbackUrl() {
    return messageStatusCallbackUrl;
  }

  /** @return whether callers' names are looked up */
  public Boolean getVoiceCallerIdLookup() {
    return voiceCallerIdLookup;
  }

  /** @return whether other accounts may dial it */
  public Boolean getPublicApplicationConnectEnabled() {
    return publicApplicationConnectEnabled;
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
    return "Application{sid=" + sid + ", friendlyName=" + friendlyName + "}";
  }
}
