package org.muletwilio.api.callback;

import static java.util.Collections.emptyMap;

import java.time.ZonedDateTime;
import java.util.Map;

/** Builds {@link CallbackAttributes}; an application's tests can use it to run a callback flow on its own. */
public final class CallbackAttributesBuilder {

  final CallbackKind kind;
  final String flow;
  String resourceSid;
  String status;
  String accountSid;
  Integer errorCode;
  String correlationId;
  Map<String, String> context = emptyMap();
  String method = "POST";
  String publicUrl;
  String remoteAddress;
  ZonedDateTime receivedAt;
  String idempotencyToken;

  /**
   * @param kind what the callback is about
   * @param flow the name of the flow that it was made for
   */
  public CallbackAttributesBuilder(CallbackKind kind, String flow) {
    this.kind = kind;
    this.flow = flow;
  }

  /**
   * Takes from a callback's fields what they tell: resource, status, account and error code.
   *
   * @param fields the fields, by Twilio's names
   * @return this
   */
  public CallbackAttributesBuilder fields(Map<String, String> fields) {
    resourceSid = kind.resourceSidIn(fields).orElse(null);
    status = kind.statusIn(fields).orElse(null);
    accountSid = fields.get("AccountSid");
    errorCode = number(fields.get("ErrorCode"));
    return this;
  }

  /**
   * @param correlationId the correlation id of the event whose operation asked for the callback
   * @return this
   */
  public CallbackAttributesBuilder correlationId(String correlationId) {
    this.correlationId = correlationId;
    return this;
  }

  /**
   * @param context the callbackContext that was given to the operation
   * @return this
   */
  public CallbackAttributesBuilder context(Map<String, String> context) {
    this.context = context;
    return this;
  }

  /**
   * @param method the HTTP method
   * @param publicUrl the address that Twilio called
   * @param remoteAddress where the request came from
   * @return this
   */
  public CallbackAttributesBuilder request(String method, String publicUrl, String remoteAddress) {
    this.method = method;
    this.publicUrl = publicUrl;
    this.remoteAddress = remoteAddress;
    return this;
  }

  /**
   * @param receivedAt when the callback arrived
   * @return this
   */
  public CallbackAttributesBuilder receivedAt(ZonedDateTime receivedAt) {
    this.receivedAt = receivedAt;
    return this;
  }

  /**
   * @param idempotencyToken Twilio's mark that repeats share
   * @return this
   */
  public CallbackAttributesBuilder idempotencyToken(String idempotencyToken) {
    this.idempotencyToken = idempotencyToken;
    return this;
  }

  /** @return the attributes */
  public CallbackAttributes build() {
    return new CallbackAttributes(this);
  }

  /** Twilio may send anything at any time: what is no number is no reason to lose a callback. */
  private static Integer number(String text) {
    try {
      return text == null || text.isEmpty() ? null : Integer.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
