package org.muletwilio.api.resource;

import org.muletwilio.api.Nullable;
import org.muletwilio.api.ValueStyle;

import java.io.Serializable;
import java.time.ZonedDateTime;

import org.immutables.value.Value;

/** A messaging service: what happens to the messages of all its senders. What Twilio does not report is null. */
@Value.Immutable
@ValueStyle
public abstract class MessagingService implements Serializable {

  private static final long serialVersionUID = 1L;

  MessagingService() {}

  /** @return the service's SID, <code>MG…</code> */
  public abstract @Nullable String getSid();

  /** @return the SID of the account */
  public abstract @Nullable String getAccountSid();

  /** @return its descriptive name */
  public abstract @Nullable String getFriendlyName();

  /** @return the URL that receives incoming messages, or null */
  public abstract @Nullable String getInboundRequestUrl();

  /** @return the URL that receives them when that one fails, or null */
  public abstract @Nullable String getFallbackUrl();

  /** @return the URL to which the status of messages is reported, or null */
  public abstract @Nullable String getStatusCallbackUrl();

  /** @return whether incoming messages go to the URL of the number and not to that of the service */
  public abstract @Nullable Boolean getUseInboundWebhookOnNumber();

  /** @return whether a recipient always gets messages from the same number */
  public abstract @Nullable Boolean getStickySender();

  /** @return whether MMS become SMS with a link where the carrier takes no MMS */
  public abstract @Nullable Boolean getMmsConverter();

  /** @return whether characters that make a message longer are replaced */
  public abstract @Nullable Boolean getSmartEncoding();

  /** @return whether a long code sends what a short code can't */
  public abstract @Nullable Boolean getFallbackToLongCode();

  /** @return whether a number of the recipient's area code sends */
  public abstract @Nullable Boolean getAreaCodeGeomatch();

  /** @return for how many seconds a message may wait to be sent */
  public abstract @Nullable Integer getValidityPeriod();

  /** @return what it is used for, such as <code>notifications</code> */
  public abstract @Nullable String getUsecase();

  /** @return whether it is registered for A2P 10DLC */
  public abstract @Nullable Boolean getUsAppToPersonRegistered();

  /** @return when it was made */
  public abstract @Nullable ZonedDateTime getDateCreated();

  /** @return when it last changed */
  public abstract @Nullable ZonedDateTime getDateUpdated();

  @Override
  public String toString() {
    return "MessagingService{" + "sid=" + getSid() + ", friendlyName=" + getFriendlyName() + "}";
  }
}
