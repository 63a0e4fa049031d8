package org.muletwilio.api.resource;

import org.muletwilio.api.Nullable;
import org.muletwilio.api.ValueStyle;

import java.io.Serializable;
import java.time.ZonedDateTime;

import org.immutables.value.Value;

/** An application at Twilio: what happens to calls and messages. What Twilio does not tell is null. */
@Value.Immutable
@ValueStyle
public abstract class Application implements Serializable {

  private static final long serialVersionUID = 1L;

  Application() {}

  /** @return the application's SID, <code>AP…</code> */
  @Nullable
  public abstract String getSid();

  /** @return the SID of the account */
  @Nullable
  public abstract String getAccountSid();

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

  /** @return the address that hears about the status of messages, by its older name, or null */
  @Nullable
  public abstract String getSmsStatusCallbackUrl();

  /** @return the address that hears about the status of messages, or null */
  @Nullable
  public abstract String getMessageStatusCallbackUrl();

  /** @return whether callers' names are looked up */
  @Nullable
  public abstract Boolean getVoiceCallerIdLookup();

  /** @return whether other accounts may dial it */
  @Nullable
  public abstract Boolean getPublicApplicationConnectEnabled();

  /** @return when it was made */
  @Nullable
  public abstract ZonedDateTime getDateCreated();

  /** @return when it last changed */
  @Nullable
  public abstract ZonedDateTime getDateUpdated();

  @Override
  public String toString() {
    return "Application{sid=" + getSid() + ", friendlyName=" + getFriendlyName() + "}";
  }
}
