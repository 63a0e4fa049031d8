package org.muletwilio.api.resource;

import org.muletwilio.api.Nullable;
import org.muletwilio.api.ValueStyle;

import java.io.Serializable;
import java.time.ZonedDateTime;

import org.immutables.value.Value;

/** A call's live transcription. What Twilio does not report is null. */
@Value.Immutable
@ValueStyle
public abstract class Transcription implements Serializable {

  private static final long serialVersionUID = 1L;

  Transcription() {}

  /** @return the transcription's SID, <code>GT…</code> */
  public abstract @Nullable String getSid();

  /** @return the SID of the account */
  public abstract @Nullable String getAccountSid();

  /** @return the SID of the transcribed call, <code>CA…</code> */
  public abstract @Nullable String getCallSid();

  /** @return the name by which it can be stopped */
  public abstract @Nullable String getName();

  /** @return the status in Twilio's terms: in-progress, stopped */
  public abstract @Nullable String getStatus();

  /** @return when it last changed */
  public abstract @Nullable ZonedDateTime getDateUpdated();

  @Override
  public String toString() {
    return "Transcription{sid=" + getSid() + ", callSid=" + getCallSid() + ", status=" + getStatus() + "}";
  }
}
