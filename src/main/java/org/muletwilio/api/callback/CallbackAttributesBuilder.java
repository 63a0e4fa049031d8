package org.muletwilio.api.callback;

import static java.time.format.DateTimeFormatter.ISO_DATE_TIME;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
import static java.util.Arrays.asList;
import static java.util.Collections.emptyMap;

import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Builds {@link CallbackAttributes}; an application's tests can use it to run a callback flow on its own. */
public final class CallbackAttributesBuilder {

  final CallbackKind kind;
  final String flow;
  String resourceSid;
  String status;
  String accountSid;
  Integer errorCode;
  String callSid;
  String conferenceSid;
  Integer sequenceNumber;
  ZonedDateTime timestamp;
  Integer duration;
  String recordingUrl;
  Integer recordingChannels;
  String answeredBy;
  Integer machineDetectionDuration;
  String correlationId;
  Map<String, String> context = emptyMap();
  String method = "POST";
  String publicUrl;
  String remoteAddress;
  ZonedDateTime receivedAt;
  String idempotencyToken;
  boolean terminal;
  boolean outOfOrder;
  boolean reconciled;

  /**
   * @param kind what the callback is about
   * @param flow the name of the flow that it was made for
   */
  public CallbackAttributesBuilder(CallbackKind kind, String flow) {
    this.kind = kind;
    this.flow = flow;
  }

  /**
   * Takes from a callback's fields what they tell. Twilio may send anything at any time: what is not of its promised type is left
   * out here, and stays in the payload as it came.
   *
   * @param fields the fields, by Twilio's names
   * @return this
   */
  public CallbackAttributesBuilder fields(Map<String, String> fields) {
    resourceSid = kind.resourceSidIn(fields).orElse(null);
    status = kind.statusIn(fields).orElse(null);
    accountSid = fields.get("AccountSid");
    errorCode = number(fields.get("ErrorCode"));
    callSid = fields.get("CallSid");
    conferenceSid = fields.get("ConferenceSid");
    sequenceNumber = number(fields.get("SequenceNumber"));
    timestamp = time(fields.get("Timestamp"));
    duration = number(fields.getOrDefault("RecordingDuration", fields.get("CallDuration")));
    recordingUrl = fields.get("RecordingUrl");
    recordingChannels = number(fields.get("RecordingChannels"));
    answeredBy = fields.get("AnsweredBy");
    machineDetectionDuration = number(fields.get("MachineDetectionDuration"));
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

  /**
   * @param terminal whether no other status will follow
   * @param outOfOrder whether a later one has come before
   * @return this
   */
  public CallbackAttributesBuilder order(boolean terminal, boolean outOfOrder) {
    this.terminal = terminal;
    this.outOfOrder = outOfOrder;
    return this;
  }

  /**
   * @param reconciled whether the status was fetched, since Twilio never called back
   * @return this
   */
  public CallbackAttributesBuilder reconciled(boolean reconciled) {
    this.reconciled = reconciled;
    return this;
  }

  /** @return the attributes */
  public CallbackAttributes build() {
    return new CallbackAttributes(this);
  }

  private static Integer number(String text) {
    try {
      return text == null ? null : Integer.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Most callbacks have the time as mails do, transcriptions as ISO 8601 has it. */
  private static ZonedDateTime time(String text) {
    for (DateTimeFormatter format : asList(RFC_1123_DATE_TIME, ISO_DATE_TIME)) {
      try {
        return text == null ? null : ZonedDateTime.parse(text, format);
      } catch (DateTimeException e) {
        // the next format may be its
      }
    }
    return null;
  }
}
