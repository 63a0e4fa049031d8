package org.muletwilio.internal.callback.pending;

import org.muletwilio.internal.callback.codec.PathSegmentCodec;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.route.RouteContext;

import java.util.Optional;

/**
 * A message or call whose flow was not told its last status yet. Kept as one text, since an object store's classes must be those
 * of the application. Immutable.
 */
public final class PendingStatus {

  private static final String SEPARATOR = "/";
  private static final int PARTS = 4;

  private final AwaitedStatus status;
  private final CallbackRoute route;
  private final long sinceMillis;
  private final long dueMillis;

  /**
   * @param status whose
   * @param route where its callbacks go
   * @param sinceMillis since when it is awaited
   * @param dueMillis when it is to be looked up for the first time
   */
  public PendingStatus(AwaitedStatus status, CallbackRoute route, long sinceMillis, long dueMillis) {
    this.status = status;
    this.route = route;
    this.sinceMillis = sinceMillis;
    this.dueMillis = dueMillis;
  }

  public AwaitedStatus getStatus() {
    return status;
  }

  public CallbackRoute getRoute() {
    return route;
  }

  public long getSinceMillis() {
    return sinceMillis;
  }

  public long getDueMillis() {
    return dueMillis;
  }

  /** @return all but whose it is, which its key tells */
  public String toText() {
    return String.join(SEPARATOR, Long.toString(sinceMillis), Long.toString(dueMillis), PathSegmentCodec.encode(route.getFlow()),
                       PathSegmentCodec.encode(new RouteContext(route.getCorrelationId(), route.getContext()).toText()));
  }

  /** @return what the text says, or empty where {@link #toText} has not written it */
  public static Optional<PendingStatus> parse(String config, AwaitedStatus status, String text) {
    String[] parts = text.split(SEPARATOR, -1);
    if (parts.length != PARTS) {
      return Optional.empty();
    }
    try {
      long since = Long.parseLong(parts[0]);
      long due = Long.parseLong(parts[1]);
      return PathSegmentCodec.decode(parts[2]).flatMap(flow -> PathSegmentCodec.decode(parts[3]).flatMap(RouteContext::parse)
          .map(context -> new PendingStatus(status, new CallbackRoute(config, status.getKind(), flow, context.getCorrelationId(),
              context.getValues()), since, due)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
