package org.muletwilio.api.resource;

import org.muletwilio.api.Nullable;
import org.muletwilio.api.ValueStyle;

import java.io.Serializable;
import java.util.Map;

import org.immutables.value.Value;

/** What Twilio's answer to a request says beside its body. */
@Value.Immutable
@ValueStyle
public abstract class ResponseAttributes implements Serializable {

  private static final long serialVersionUID = 1L;

  ResponseAttributes() {}

  /** @return the HTTP status */
  public abstract int getStatusCode();

  /** @return Twilio's id of the request, <code>RQ…</code>, for Twilio's support, or null */
  @Nullable
  public abstract String getRequestId();

  /** @return how many requests of the account Twilio worked on at that moment, or null */
  @Nullable
  public abstract Integer getConcurrentRequests();

  /** @return all headers by their names in lower case */
  public abstract Map<String, String> getHeaders();

  @Override
  public String toString() {
    return "ResponseAttributes{statusCode=" + getStatusCode() + ", requestId=" + getRequestId() + "}";
  }
}
