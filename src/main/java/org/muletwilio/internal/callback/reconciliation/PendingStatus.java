package org.muletwilio.internal.callback.reconciliation;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.codec.PathSegmentCodec;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.route.RouteContext;

import java.util.Optional;

/**
 * A message or call whose flow has not heard of its last status. Kept as one text, since an object store's classes must be those
 * of the application.
 */
final class PendingStatus {

  private static final String SEPARATOR = "/";
  private static final int PARTS = 5;

  private final CallbackRoute route;
  private final long dueMillis;
  private final long waitMillis;

  /**
   * @param route where its callbacks go
   * @param dueMillis when it is to be looked up
   * @param waitMillis how long was waited for that
   */
  PendingStatus(CallbackRoute route, long dueMillis, long waitMillis) {
    this.route = route;
    this.dueMillis = dueMillis;
    this.waitMillis = waitMillis;
  }

  CallbackRoute getRoute() {
    return route;
  }

  long getDueMillis() {
    return dueMillis;
  }

  /** @return the same, to be looked up after twice the time: some messages are scheduled weeks ahead */
  PendingStatus later(long nowMillis) {
    return new PendingStatus(route, nowMillis + 2 * waitMillis, 2 * waitMillis);
  }

  String toText() {
    return String.join(SEPARATOR, Long.toString(dueMillis), Long.toString(waitMillis), route.getKind().getPathSegment(),
                       PathSegmentCodec.encode(route.getFlow()),
                       PathSegmentCodec.encode(new RouteContext(route.getCorrelationId(), route.getContext()).toText()));
  }

  /** @return what the text says, or empty where {@link #toText} has not written it */
  static Optional<PendingStatus> parse(String config, String text) {
    String[] parts = text.split(SEPARATOR, -1);
    if (parts.length != PARTS) {
      return Optional.empty();
    }
    try {
      long due = Long.parseLong(parts[0]);
      long wait = Long.parseLong(parts[1]);
      return CallbackKind.ofPathSegment(parts[2]).flatMap(kind -> PathSegmentCodec.decode(parts[3])
          .flatMap(flow -> PathSegmentCodec.decode(parts[4]).flatMap(RouteContext::parse).map(context -> new PendingStatus(
              new CallbackRoute(config, kind, flow, context.getCorrelationId(), context.getValues()), due, wait))));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
