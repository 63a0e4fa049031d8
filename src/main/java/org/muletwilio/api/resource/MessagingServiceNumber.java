package org.muletwilio.api.resource;

import org.muletwilio.api.Nullable;
import org.muletwilio.api.ValueStyle;

import java.io.Serializable;
import java.time.ZonedDateTime;
import java.util.List;

import org.immutables.value.Value;

/** A number in the sender pool of a messaging service. What Twilio does not report is null. */
@Value.Immutable
@ValueStyle
public abstract class MessagingServiceNumber implements Serializable {

  private static final long serialVersionUID = 1L;

  MessagingServiceNumber() {}

  /** @return the number's SID, <code>PN…</code> */
  public abstract @Nullable String getSid();

  /** @return the SID of the service */
  public abstract @Nullable String getServiceSid();

  /** @return the SID of the account */
  public abstract @Nullable String getAccountSid();

  /** @return the number, in E.164 format */
  public abstract @Nullable String getPhoneNumber();

  /** @return its country, as ISO 3166-1 */
  public abstract @Nullable String getCountryCode();

  /** @return what it can send, such as SMS and MMS */
  public abstract List<String> getCapabilities();

  /** @return when it was added */
  public abstract @Nullable ZonedDateTime getDateCreated();

  /** @return when it last changed */
  public abstract @Nullable ZonedDateTime getDateUpdated();

  @Override
  public String toString() {
    return "MessagingServiceNumber{" + "sid=" + getSid() + ", phoneNumber=" + getPhoneNumber() + "}";
  }
}
