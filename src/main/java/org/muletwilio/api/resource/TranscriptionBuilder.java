package org.muletwilio.api.resource;

import java.time.ZonedDateTime;

/** Builds a {@link Transcription}; an application's tests can use it to stand in for Twilio. What is not set is null. */
public final class TranscriptionBuilder {

  String sid;
  String accountSid;
  String callSid;
  String name;
  String status;
  ZonedDateTime dateUpdated;

  /**
   * @param sid see {@link Transcription#getSid()}
   * @return this
   */
  public TranscriptionBuilder sid(String sid) {
    this.sid = sid;
    return this;
  }

  /**
   * @param accountSid see {@link Transcription#getAccountSid()}
   * @return this
   */
  public TranscriptionBuilder accountSid(String accountSid) {
    this.accountSid = accountSid;
    return this;
  }

  /**
   * @param callSid see {@link Transcription#getCallSid()}
   * @return this
   */
  public TranscriptionBuilder callSid(String callSid) {
    this.callSid = callSid;
    return this;
  }

  /**
   * @param name see {@link Transcription#getName()}
   * @return this
   */
  public TranscriptionBuilder name(String name) {
    this.name = name;
    return this;
  }

  /**
   * @param status see {@link Transcription#getStatus()}
   * @return this
   */
  public TranscriptionBuilder status(String status) {
    this.status = status;
    return this;
  }

  /**
   * @param dateUpdated see {@link Transcription#getDateUpdated()}
   * @return this
   */
  public TranscriptionBuilder dateUpdated(ZonedDateTime dateUpdated) {
    this.dateUpdated = dateUpdated;
    return this;
  }

  /** @return the transcription */
  public Transcription build() {
    return new Transcription(this);
  }
}
