package org.muletwilio.internal.connection.http;

import java.io.IOException;

/** A request was given up before any of it was sent. */
final class NotSentException extends IOException {

  private static final long serialVersionUID = 1L;

  NotSentException(String message) {
    super(message);
  }

  static NotSentException noConnection(int timeoutMillis) {
    return new NotSentException("no connection was free within " + timeoutMillis + " ms, since maxConnections are in use");
  }
}
