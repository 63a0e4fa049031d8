package org.muletwilio.internal.callback.route;

import org.muletwilio.api.callback.CallbackKind;

/**
 * What Twilio is asked to do when a callback fails, in the fragment of its address, which is neither sent to us nor signed. By
 * default Twilio repeats nothing but a failed connection. Event Streams knows no such fragment, so that events have none.
 */
public final class ConnectionOverrides {

  /** A failing or stopped flow, a broken connection and a slow answer. */
  private static final String REPEAT_FAILURES = "#rp=5xx,ct,rt";
  private static final String REPEAT_FAILURES_THREE_TIMES = "#rc=3&rp=5xx,ct,rt";
  /** A call that waits for TwiML had better take its fallback than hear nothing for long. */
  private static final String REPEAT_BROKEN_CONNECTIONS = "#rp=ct,rt";

  private ConnectionOverrides() {}

  /** @return the fragment for an address in a request to the API */
  public static String inRequest(CallbackKind kind) {
    return of(kind, REPEAT_FAILURES_THREE_TIMES);
  }

  /** @return the fragment for an address that stands in TwiML, where a &amp; would have to be escaped */
  public static String inMarkup(CallbackKind kind) {
    return of(kind, REPEAT_FAILURES);
  }

  private static String of(CallbackKind kind, String forStatuses) {
    if (kind == CallbackKind.EVENT) {
      return "";
    }
    return kind.isAnsweredWithTwiml() ? REPEAT_BROKEN_CONNECTIONS : forStatuses;
  }
}
