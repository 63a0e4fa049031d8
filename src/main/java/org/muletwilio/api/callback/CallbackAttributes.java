package org.muletwilio.api.callback;

import static java.util.Collections.unmodifiableMap;

import java.io.Serializable;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The attributes of a flow that runs because Twilio called back. What Twilio did not send is null, so that expressions can ask
 * for it plainly. The payload of the same event holds Twilio's own fields.
 */
public final class CallbackAttributes implements Serializable {

  private static final long serialVersionUID = 1L;

  private final CallbackKind kind;
  private final String flow;
  private final String resourceSid;
  private final String status;
  private final String accountSid;
  private final Integer errorCode;
  private final String callSid;
  private final String conferenceSid;
  private final Integer sequenceNumber;
  private final ZonedDateTime timestamp;
  private final Integer duration;
  private final String recordingUrl;
  private final Integer recordingChannels;
  private final String answeredBy;
  private final Integer machineDetectionDuration;
  private final String correlationId;
  private final LinkedHashMap<String, String> context;
  private final String method;
  private final String publicUrl;
  private final String remoteAddress;
  private final ZonedDateTime receivedAt;
  private final String idempotencyToken;
  private final boolean terminal;
  private final boolean outOfOrder;
  private final boolean reconciled;

  CallbackAttributes(CallbackAttributesBuilder builder) {
    this.kind = builder.kind;
    this.flow = builder.flow;
    this.resourceSid = builder.resourceSid;
    this.status = builder.status;
    this.accountSid = builder.accountSid;
    this.errorCode = builder.errorCode;
    this.callSid = builder.callSid;
    this.conferenceSid = builder.conferenceSid;
    this.sequenceNumber = builder.sequenceNumber;
    this.timestamp = builder.timestamp;
    this.duration = builder.duration;
    this.recordingUrl = builder.recordingUrl;
    this.recordingChannels = builder.recordingChannels;
    this.answeredBy = builder.answeredBy;
    this.machineDetectionDuration = builder.machineDetectionDuration;
    this.correlationId = builder.correlationId;
    this.context = new LinkedHashMap<>(builder.context);
    this.method = builder.method;
    this.publicUrl = builder.publicUrl;
    this.remoteAddress = builder.remoteAddress;
    this.receivedAt = builder.receivedAt;
    this.idempotencyToken = builder.idempotencyToken;
    this.terminal = builder.terminal;
    this.outOfOrder = builder.outOfOrder;
    this.reconciled = builder.reconciled;
  }

  /** @return what the callback is about */
  public CallbackKind getKind() {
    return kind;
  }

  /** @return the name of the flow that the callback was made for */
  public String getFlow() {
    return flow;
  }

  /** @return the SID of the message, call … that the callback is about, or null */
  public String getResourceSid() {
    return resourceSid;
  }

  /** @return the status that the callback reports, in Twilio's words (for example "delivered"), or null */
  public String getStatus() {
    return status;
  }

  /** @return the SID of the account that owns the resource, or null */
  public String getAccountSid() {
    return accountSid;
  }

  /** @return Twilio's error code for a message or call that failed, or null */
  public Integer getErrorCode() {
    return errorCode;
  }

  /** @return the SID of the call that the callback belongs to, or null */
  public String getCallSid() {
    return callSid;
  }

  /** @return the SID of the conference that the callback belongs to, or null */
  public String getConferenceSid() {
    return conferenceSid;
  }

  /** @return the place of this callback among those of its call or conference, from 0, or null where Twilio does not count */
  public Integer getSequenceNumber() {
    return sequenceNumber;
  }

  /** @return when it happened, as far as Twilio says, or null */
  public ZonedDateTime getTimestamp() {
    return timestamp;
  }

  /** @return how long the call or recording lasted, in seconds, or null */
  public Integer getDuration() {
    return duration;
  }

  /** @return where the recording can be fetched, or null */
  public String getRecordingUrl() {
    return recordingUrl;
  }

  /** @return the number of the recording's channels, or null */
  public Integer getRecordingChannels() {
    return recordingChannels;
  }

  /**
   * @return who answered, as far as machine detection can tell: human, machine_start, machine_end_beep, fax,
   *         unknown …, or null
   */
  public String getAnsweredBy() {
    return answeredBy;
  }

  /** @return how long machine detection took, in milliseconds, or null */
  public Integer getMachineDetectionDuration() {
    return machineDetectionDuration;
  }

  /** @return the correlation id of the event whose operation asked for this callback, or null */
  public String getCorrelationId() {
    return correlationId;
  }

  /** @return the callbackContext that was given to the operation; empty where none was */
  public Map<String, String> getContext() {
    return unmodifiableMap(context);
  }

  /** @return the HTTP method of the callback: POST or GET */
  public String getMethod() {
    return method;
  }

  /** @return the address that Twilio was given and has called, with its query */
  public String getPublicUrl() {
    return publicUrl;
  }

  /** @return the network address that the request came from: Twilio's, or that of the proxy or tunnel in front */
  public String getRemoteAddress() {
    return remoteAddress;
  }

  /** @return when the callback arrived, in UTC */
  public ZonedDateTime getReceivedAt() {
    return receivedAt;
  }

  /** @return Twilio's mark that the repeats of one callback share, or null */
  public String getIdempotencyToken() {
    return idempotencyToken;
  }

  /** @return whether the status is the last one of a message, call, recording … (a delivered message may still be read) */
  public boolean isTerminal() {
    return terminal;
  }

  /** @return whether a later status of the same message, call … has come before this one */
  public boolean isOutOfOrder() {
    return outOfOrder;
  }

  /** @return whether Twilio never called back and the status was fetched instead */
  public boolean isReconciled() {
    return reconciled;
  }

  @Override
  public String toString() {
    return "CallbackAttributes{kind=" + kind + ", flow=" + flow + ", resourceSid=" + resourceSid + ", status=" + status
        + ", errorCode=" + errorCode + ", correlationId=" + correlationId + ", receivedAt=" + receivedAt + "}";
  }
}
