package org.muletwilio.internal.callback.content;

import java.util.Optional;

/** What Twilio is answered. Immutable. */
public final class CallbackAnswer {

  public static final CallbackAnswer DONE = new CallbackAnswer(204, null);
  public static final CallbackAnswer MALFORMED = new CallbackAnswer(400, null);
  public static final CallbackAnswer FORGED = new CallbackAnswer(403, null);
  public static final CallbackAnswer UNKNOWN = new CallbackAnswer(404, null);
  public static final CallbackAnswer TOO_SLOW = new CallbackAnswer(408, null);
  public static final CallbackAnswer TOO_LARGE = new CallbackAnswer(413, null);
  public static final CallbackAnswer NO_FORM = new CallbackAnswer(415, null);
  public static final CallbackAnswer FLOW_FAILED = new CallbackAnswer(500, null);
  public static final CallbackAnswer FLOW_UNAVAILABLE = new CallbackAnswer(503, null);
  public static final CallbackAnswer BUSY = FLOW_UNAVAILABLE;

  private final int status;
  private final Twiml twiml;

  private CallbackAnswer(int status, Twiml twiml) {
    this.status = status;
    this.twiml = twiml;
  }

  /** @return the answer to a call or message that asks what to do */
  public static CallbackAnswer of(Twiml twiml) {
    return new CallbackAnswer(200, twiml);
  }

  public boolean isSuccess() {
    return status < 300;
  }

  public int getStatus() {
    return status;
  }

  public Optional<Twiml> getTwiml() {
    return Optional.ofNullable(twiml);
  }
}
