package org.muletwilio.api.callback;

import static java.util.Collections.unmodifiableMap;

import java.io.Serializable;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The attributes of a flow that runs because Twilio called back. What Twilio did not send is null, so that expressions can ask for
 * it plainly. The payload of the same event holds Twilio's own fields.
 */
public final class CallbackAttributes implements Serializable {

  private static final long serialVersionUID = 1L;

  private final CallbackKind kind;
  private final String flow;
  private final String resourceSid;
  private final String status;
  private final String accountSid;
  private final Integer errorCode;
  private final String correlationId;
  private final LinkedHashMap<String, String> context;
  private final String method;
  private final String publicUrl;
  private final String remoteAddress;
  private final ZonedDateTime receivedAt;
  private final String idempotencyToken;

  CallbackAttributes(CallbackAttributesBuilder builder) {
    this.kind = builder.kind;
    this.flow = builder.flow;
    this.resourceSid = builder.resourceSid;
    this.status = builder.status;
    this.accountSid = builder.accountSid;
    this.errorCode = builder.errorCode;
    this.correlationId = builder.correlationId;
    this.context = new LinkedHashMap<>(builder.context);
    this.method = builder.method;
    this.publicUrl = builder.publicUrl;
    this.remoteAddress = builder.remoteAddress;
    this.receivedAt = builder.receivedAt;
    this.idempotencyToken = builder.idempotencyToken;
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

  @Override
  public String toString() {
    return "CallbackAttributes{kind=" + kind + ", flow=" + flow + ", resourceSid=" + resourceSid + ", status=" + status
        + ", errorCode=" + errorCode + ", correlationId=" + correlationId + ", receivedAt=" + receivedAt + "}";
  }
}
