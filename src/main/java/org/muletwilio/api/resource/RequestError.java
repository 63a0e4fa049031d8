package org.muletwilio.api.resource;

import java.io.Serializable;

/** What Twilio said of a request that it refused: <code>error.errorMessage.payload</code> of a failed operation. */
public final class RequestError implements Serializable {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final Integer code;
  private final String message;
  private final String moreInfo;

  /**
   * @param status the HTTP status of Twilio's answer
   * @param code Twilio's error code, or null
   * @param message Twilio's explanation, or null
   * @param moreInfo the address of the documentation of the error code, or null
   */
  public RequestError(int status, Integer code, String message, String moreInfo) {
    this.status = status;
    this.code = code;
    this.message = message;
    this.moreInfo = moreInfo;
  }

  /** @return the HTTP status of Twilio's answer */
  public int getStatus() {
    return status;
  }

  /** @return Twilio's error code (for example 21211), or null where the answer had none */
  public Integer getCode() {
    return code;
  }

  /** @return Twilio's explanation, or null where the answer had none */
  public String getMessage() {
    return message;
  }

  /** @return the address of the documentation of the error code, or null */
  public String getMoreInfo() {
    return moreInfo;
  }

  @Override
  public String toString() {
    return "HTTP " + status + (code == null ? "" : ", error " + code) + (message == null ? "" : ": " + message)
        + (moreInfo == null ? "" : " (" + moreInfo + ")");
  }
}
