package org.muletwilio.internal.callback.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Collections.emptyMap;

import java.util.Map;
import java.util.Optional;

/** The answer to a callback. Immutable. */
public final class CallbackAnswer {

  public static final CallbackAnswer DONE = new CallbackAnswer(204, null);
  public static final CallbackAnswer MALFORMED = new CallbackAnswer(400, null);
  public static final CallbackAnswer FORGED = new CallbackAnswer(403, null);
  public static final CallbackAnswer UNKNOWN = new CallbackAnswer(404, null);
  public static final CallbackAnswer WRONG_METHOD = new CallbackAnswer(405, null);
  public static final CallbackAnswer TOO_SLOW = new CallbackAnswer(408, null);
  /** A person sees it in a browser. */
  public static final CallbackAnswer USED_UP = new CallbackAnswer(410, new AnswerBody(
      "This page opens once, within a limited time. Please start again where you came from.".getBytes(UTF_8),
      "text/plain; charset=utf-8"));
  /** A person sees it in a browser. */
  public static final CallbackAnswer DECLINED = new CallbackAnswer(403, new AnswerBody(
      "The authorization was declined: nothing has been connected. You can close this page.".getBytes(UTF_8),
      "text/plain; charset=utf-8"));
  public static final CallbackAnswer TOO_LARGE = new CallbackAnswer(413, null);
  public static final CallbackAnswer NO_FORM = new CallbackAnswer(415, null);
  public static final CallbackAnswer FLOW_FAILED = new CallbackAnswer(500, null);
  public static final CallbackAnswer FLOW_UNAVAILABLE = new CallbackAnswer(503, null);
  /** The flow has not begun, and may have room for the callback a little later. */
  public static final CallbackAnswer FLOW_BUSY = new CallbackAnswer(503, null);
  public static final CallbackAnswer BUSY = FLOW_UNAVAILABLE;

  private final int status;
  private final boolean success;
  private final AnswerBody body;
  private final Map<String, String> headers;

  private CallbackAnswer(int status, AnswerBody body) {
    this(status, status < 300, body, emptyMap());
  }

  /**
   * @param success whether the flow has done its work
   * @param body null for none
   * @param headers beside those of the body
   */
  CallbackAnswer(int status, boolean success, AnswerBody body, Map<String, String> headers) {
    this.status = status;
    this.success = success;
    this.body = body;
    this.headers = headers;
  }

  /** @return the answer to a call or message that asks what to do */
  public static CallbackAnswer of(Twiml twiml) {
    return new CallbackAnswer(200, twiml.toBody());
  }

  /** @return whether the flow has done its work, so that a repeat need not run it again; a flow may refuse what Twilio asks */
  public boolean isSuccess() {
    return success;
  }

  public int getStatus() {
    return status;
  }

  public Optional<AnswerBody> getBody() {
    return Optional.ofNullable(body);
  }

  /** @return headers by name, beside those that the body has */
  public Map<String, String> getHeaders() {
    return headers;
  }
}
