package org.muletwilio.internal.callback.route;

import static java.util.Arrays.asList;
import static java.util.Collections.unmodifiableSet;

import org.muletwilio.api.callback.CallbackKind;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What Twilio is asked to do when a callback fails, in the fragment of its address, which is neither sent to us nor, by Twilio,
 * signed. By default Twilio repeats nothing but a failed connection. Event Streams knows no such fragment, and of TaskRouter,
 * Conversations, Proxy, Studio and Connect none is documented, so that theirs have none.
 */
public final class ConnectionOverrides {

  /** A failing or stopped flow, a broken connection and a slow answer. */
  private static final String REPEAT_FAILURES = "#rp=5xx,ct,rt";
  private static final String REPEAT_FAILURES_THREE_TIMES = "#rc=3&rp=5xx,ct,rt";
  /** A call that waits for TwiML had better take its fallback than hear nothing for long. */
  private static final String REPEAT_BROKEN_CONNECTIONS = "#rp=ct,rt";

  private static final Map<CallbackKind, Set<String>> OF_KINDS = new EnumMap<>(CallbackKind.class);

  static {
    for (CallbackKind kind : CallbackKind.values()) {
      OF_KINDS.put(kind, unmodifiableSet(new LinkedHashSet<>(asList(inRequest(kind), inMarkup(kind)))));
    }
  }

  private ConnectionOverrides() {}

  /** @return the fragment for an address in a request to the API */
  public static String inRequest(CallbackKind kind) {
    return of(kind, REPEAT_FAILURES_THREE_TIMES);
  }

  /** @return the fragment for an address that stands in TwiML, where a &amp; would have to be escaped */
  public static String inMarkup(CallbackKind kind) {
    return of(kind, REPEAT_FAILURES);
  }

  /** @return the fragments that an address may have been given with, a request's first */
  public static Set<String> of(CallbackKind kind) {
    return OF_KINDS.get(kind);
  }

  private static String of(CallbackKind kind, String forStatuses) {
    if (kind.isAnsweredWithTwiml()) {
      return REPEAT_BROKEN_CONNECTIONS;
    }
    return kind == CallbackKind.EVENT || kind.isAnswered() || !kind.isSigned() ? "" : forStatuses;
  }
}
