package org.muletwilio.api.callback;

import static java.util.Arrays.asList;
import static java.util.Arrays.stream;
import static java.util.Collections.unmodifiableList;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Twilio can call back about: where it is found in a callback's path, and which of Twilio's fields tell what happened. */
public enum CallbackKind {

  /** A message changed its status: queued, sent, delivered, undelivered, failed, read. */
  MESSAGE_STATUS("message-status", "MessageStatus", "MessageSid", "SmsSid");

  private final String pathSegment;
  private final String statusField;
  private final List<String> sidFields;

  CallbackKind(String pathSegment, String statusField, String... sidFields) {
    this.pathSegment = pathSegment;
    this.statusField = statusField;
    this.sidFields = unmodifiableList(asList(sidFields));
  }

  /** @return the part of a callback's path that names this kind */
  public String getPathSegment() {
    return pathSegment;
  }

  /**
   * @param fields a callback's fields, by Twilio's names
   * @return the status that the callback reports, in Twilio's words
   */
  public Optional<String> statusIn(Map<String, String> fields) {
    return Optional.ofNullable(fields.get(statusField));
  }

  /**
   * @param fields a callback's fields, by Twilio's names
   * @return the SID of the message, call … that the callback is about
   */
  public Optional<String> resourceSidIn(Map<String, String> fields) {
    return sidFields.stream().map(fields::get).filter(sid -> sid != null).findFirst();
  }

  /**
   * @param pathSegment a part of a callback's path
   * @return the kind that it names
   */
  public static Optional<CallbackKind> ofPathSegment(String pathSegment) {
    return stream(values()).filter(kind -> kind.pathSegment.equals(pathSegment)).findFirst();
  }
}
