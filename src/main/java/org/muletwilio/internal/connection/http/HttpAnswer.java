package org.muletwilio.internal.connection.http;

import java.util.Optional;

/** What a request was answered with, wholly read. Immutable; shows nothing of the body. */
public final class HttpAnswer {

  private final int status;
  private final Optional<String> retryAfter;
  private final byte[] body;

  HttpAnswer(int status, Optional<String> retryAfter, byte[] body) {
    this.status = status;
    this.retryAfter = retryAfter;
    this.body = body;
  }

  public int getStatus() {
    return status;
  }

  Optional<String> getRetryAfter() {
    return retryAfter;
  }

  public byte[] getBody() {
    return body;
  }

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }
}
