package org.muletwilio.api.callback;

import org.muletwilio.api.Nullable;
import org.muletwilio.api.ValueStyle;

import java.io.Serializable;
import java.time.ZonedDateTime;
import java.util.Map;

import org.immutables.value.Value;

/**
 * The attributes of a flow that runs because Twilio called back. What Twilio did not send is null, so that expressions need no
 * check. The payload of the same event holds Twilio's own fields.
 */
@Value.Immutable
@ValueStyle
public abstract class CallbackAttributes implements Serializable {

  private static final long serialVersionUID = 1L;

  CallbackAttributes() {}

  /** @return what the callback is about */
  public abstract CallbackKind getKind();

  /** @return the name of the flow that the callback was made for */
  public abstract String getFlow();

  /** @return the SID of the message, call … that the callback is about, or null */
  public abstract @Nullable String getResourceSid();

  /** @return the status that the callback reports, in Twilio's terms (for example "delivered"), or null */
  public abstract @Nullable String getStatus();

  /** @return the SID of the account that owns the resource, or null */
  public abstract @Nullable String getAccountSid();

  /** @return Twilio's error code for a message or call that failed, or null */
  public abstract @Nullable Integer getErrorCode();

  /** @return the SID of the call that the callback belongs to, or null */
  public abstract @Nullable String getCallSid();

  /** @return the SID of the conference that the callback belongs to, or null */
  public abstract @Nullable String getConferenceSid();

  /** @return the position of this callback among those of its call or conference, from 0; null where Twilio does not count */
  public abstract @Nullable Integer getSequenceNumber();

  /** @return when it happened, as far as Twilio says, or null */
  public abstract @Nullable ZonedDateTime getTimestamp();

  /** @return how long the call or recording lasted, in seconds, or null */
  public abstract @Nullable Integer getDuration();

  /** @return where the recording can be fetched, or null */
  public abstract @Nullable String getRecordingUrl();

  /** @return the number of the recording's channels, or null */
  public abstract @Nullable Integer getRecordingChannels();

  /**
   * @return who answered, as far as machine detection can tell: human, machine_start, machine_end_beep, fax,
   *         unknown …, or null
   */
  public abstract @Nullable String getAnsweredBy();

  /** @return how long machine detection took, in milliseconds, or null */
  public abstract @Nullable Integer getMachineDetectionDuration();

  /** @return the correlation id of the event whose operation asked for this callback, or null */
  public abstract @Nullable String getCorrelationId();

  /** @return the callbackContext that was given to the operation; empty where none was */
  public abstract Map<String, String> getContext();

  /** @return the HTTP method of the callback: POST, also by default, or GET; null where the status was fetched */
  @Nullable
  @Value.Default
  public String getMethod() {
    return "POST";
  }

  /** @return the URL that Twilio was given and has called, with its query */
  public abstract @Nullable String getPublicUrl();

  /** @return the network address that the request came from: Twilio's, or that of the proxy or tunnel in front */
  public abstract @Nullable String getRemoteAddress();

  /** @return when the callback arrived, in UTC */
  public abstract @Nullable ZonedDateTime getReceivedAt();

  /** @return Twilio's idempotency token, the same for each attempt to deliver a callback, or null */
  public abstract @Nullable String getIdempotencyToken();

  /** @return whether the status is the last one of a message, call, recording … (a delivered message may still be read) */
  @Value.Default
  public boolean isTerminal() {
    return false;
  }

  /** @return whether a later status of the same message, call … has arrived before this one */
  @Value.Default
  public boolean isOutOfOrder() {
    return false;
  }

  /** @return whether Twilio never called back and the status was fetched instead */
  @Value.Default
  public boolean isReconciled() {
    return false;
  }

  /**
   * @return whether the connector gives up on a last status that Twilio never told: the status is the one that was fetched
   *         last, or null where nothing could be fetched
   */
  @Value.Default
  public boolean isGivenUp() {
    return false;
  }

  @Override
  public String toString() {
    return "CallbackAttributes{kind=" + getKind() + ", flow=" + getFlow() + ", resourceSid=" + getResourceSid() + ", status="
        + getStatus() + ", errorCode=" + getErrorCode() + ", correlationId=" + getCorrelationId() + ", receivedAt="
        + getReceivedAt() + "}";
  }
}
