package org.muletwilio.api.resource;

import org.muletwilio.api.Nullable;
import org.muletwilio.api.ValueStyle;

import java.io.Serializable;
import java.time.ZonedDateTime;

import org.immutables.value.Value;

/** An application at Twilio: what happens to calls and messages. What Twilio does not report is null. */
@Value.Immutable
@ValueStyle
public abstract class Application implements Serializable {

  private static final long serialVersionUID = 1L;

  Application() {}

  /** @return the application's SID, <code>AP…</code> */
  public abstract @Nullable String getSid();

  /** @return the SID of the account */
  public abstract @Nullable String getAccountSid();

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

  /** @return the URL to which the status of messages is reported, by its older name, or null */
  public abstract @Nullable String getSmsStatusCallbackUrl();

  /** @return the URL to which the status of messages is reported, or null */
  public abstract @Nullable String getMessageStatusCallbackUrl();

  /** @return whether callers' names are looked up */
  public abstract @Nullable Boolean getVoiceCallerIdLookup();

  /** @return whether other accounts may dial it */
  public abstract @Nullable Boolean getPublicApplicationConnectEnabled();

  /** @return when it was made */
  public abstract @Nullable ZonedDateTime getDateCreated();

  /** @return when it last changed */
  public abstract @Nullable ZonedDateTime getDateUpdated();

  @Override
  public String toString() {
    return "Application{sid=" + getSid() + ", friendlyName=" + getFriendlyName() + "}";
  }
}
