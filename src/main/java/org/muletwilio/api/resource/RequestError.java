package org.muletwilio.api.resource;

import org.muletwilio.api.Nullable;
import org.muletwilio.api.ValueStyle;

import java.io.Serializable;

import org.immutables.value.Value;

/** What Twilio said about a request that it refused: <code>error.errorMessage.payload</code> of a failed operation. */
@Value.Immutable
@ValueStyle
public abstract class RequestError implements Serializable {

  private static final long serialVersionUID = 1L;

  RequestError() {}

  /** @return the HTTP status of Twilio's answer */
  public abstract int getStatus();

  /** @return Twilio's error code (for example 21211), or null where the answer had none */
  public abstract @Nullable Integer getCode();

  /** @return Twilio's explanation, or null where the answer had none */
  public abstract @Nullable String getMessage();

  /** @return the URL of the documentation of the error code, or null */
  public abstract @Nullable String getMoreInfo();

  @Override
  public String toString() {
    return "HTTP " + getStatus() + (getCode() == null ? "" : ", error " + getCode())
        + (getMessage() == null ? "" : ": " + getMessage()) + (getMoreInfo() == null ? "" : " (" + getMoreInfo() + ")");
  }
}
