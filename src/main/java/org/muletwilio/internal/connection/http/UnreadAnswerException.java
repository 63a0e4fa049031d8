package org.muletwilio.internal.connection.http;

import java.io.IOException;

/** Twilio began to answer, so that it has taken the request, but its answer could not be read to its end. */
final class UnreadAnswerException extends IOException {

  private static final long serialVersionUID = 1L;

  private final boolean cut;

  private UnreadAnswerException(String message, boolean cut, Throwable cause) {
    super(message, cause);
    this.cut = cut;
  }

  static UnreadAnswerException cut(int status, int read, long announced, Throwable cause) {
    return new UnreadAnswerException("its answer (HTTP " + status + ") was cut after " + read
        + (announced < 0 ? " bytes" : " of " + announced + " bytes"), true, cause);
  }

  static UnreadAnswerException tooLarge(int status, int most) {
    return new UnreadAnswerException("its answer (HTTP " + status + ") is larger than " + most + " bytes", false, null);
  }

  static UnreadAnswerException encoded(int status, String coding, Throwable cause) {
    return new UnreadAnswerException("its answer (HTTP " + status + ") can't be decoded as '" + coding + "'", false, cause);
  }

  /** @return whether the connection was cut, so that another try may get the whole answer */
  boolean isCut() {
    return cut;
  }
}
