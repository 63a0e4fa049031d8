package org.muletwilio.simulator.api;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The API's faults that are switched on. */
public final class ApiFaults {

  public record Planned(boolean createsOnly, ApiFault fault) {
  }

  private final Deque<Planned> planned = new ArrayDeque<>();
  private volatile Duration delay = Duration.ZERO;
  private int spared;

  public ApiFaults() {}

  /** Faults begin after so many requests that go well. */
  public synchronized ApiFaults afterRequests(int count) {
    spared = count;
    return this;
  }

  /** The next creates (POSTs) meet this fault. */
  public ApiFaults nextCreates(int count, ApiFault fault) {
    return plan(count, new Planned(true, fault));
  }

  /** The next requests of any method meet this fault. */
  public ApiFaults nextRequests(int count, ApiFault fault) {
    return plan(count, new Planned(false, fault));
  }

  /** Delays each response. */
  public ApiFaults delayAnswers(Duration duration) {
    delay = duration;
    return this;
  }

  /** All goes well from now on. */
  public synchronized ApiFaults none() {
    planned.clear();
    spared = 0;
    delay = Duration.ZERO;
    return this;
  }

  public Duration delay() {
    return delay;
  }

  /** The faults that are still to come, the next first. */
  public synchronized List<Planned> planned() {
    return List.copyOf(planned);
  }

  synchronized Optional<ApiFault> next(String method) {
    if (spared > 0) {
      spared--;
      return Optional.empty();
    }
    Planned next = planned.peek();
    if (next == null || next.createsOnly && !method.equals("POST")) {
      return Optional.empty();
    }
    return Optional.of(planned.remove().fault);
  }

  private synchronized ApiFaults plan(int count, Planned plan) {
    for (int i = 0; i < count; i++) {
      planned.add(plan);
    }
    return this;
  }
}
