package org.muletwilio.api.resource;

import java.io.Serializable;
import java.time.ZonedDateTime;

/** A call's live transcription. What Twilio does not tell is null. */
public final class Transcription implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String sid;
  private final String accountSid;
  private final String callSid;
  private final String name;
  private final String status;
  private final ZonedDateTime dateUpdated;

  Transcription(TranscriptionBuilder builder) {
    this.sid = builder.sid;
    this.accountSid = builder.accountSid;
    this.callSid = builder.callSid;
    this.name = builder.name;
    this.status = builder.status;
    this.dateUpdated = builder.dateUpdated;
  }

  /** @return the transcription's SID, <code>GT…</code> */
  public String getSid() {
    return sid;
  }

  /** @return the SID of the account */
  public String getAccountSid() {
    return accountSid;
  }

  /** @return the SID of the transcribed call, <code>CA…</code> */
  public String getCallSid() {
    return callSid;
  }

  /** @return the name by which it can be stopped */
  public String getName() {
    return name;
  }

  /** @return the status in Twilio's words: in-progress, stopped */
  public String getStatus() {
    return status;
  }

  /** @return when it last changed */
  public ZonedDateTime getDateUpdated() {
    return dateUpdated;
  }

  @Override
  public String toString() {
    return "Transcription{sid=" + sid + ", callSid=" + callSid + ", status=" + status + "}";
  }
}
