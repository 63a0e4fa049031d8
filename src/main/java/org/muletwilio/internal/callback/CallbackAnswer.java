package org.muletwilio.internal.callback;

/** What Twilio is answered. */
final class CallbackAnswer {

  static final CallbackAnswer DONE = new CallbackAnswer(204);
  static final CallbackAnswer MALFORMED = new CallbackAnswer(400);
  static final CallbackAnswer FORGED = new CallbackAnswer(403);
  static final CallbackAnswer UNKNOWN = new CallbackAnswer(404);
  static final CallbackAnswer TOO_LARGE = new CallbackAnswer(413);
  static final CallbackAnswer FLOW_FAILED = new CallbackAnswer(500);
  static final CallbackAnswer FLOW_UNAVAILABLE = new CallbackAnswer(503);

  private final int status;

  private CallbackAnswer(int status) {
    this.status = status;
  }

  int getStatus() {
    return status;
  }
}
