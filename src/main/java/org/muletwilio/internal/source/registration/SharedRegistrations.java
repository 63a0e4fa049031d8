package org.muletwilio.internal.source.registration;

import static org.muletwilio.internal.callback.schedule.SteadyClock.MONOTONIC_MILLIS;

import org.mule.runtime.api.scheduler.Scheduler;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** What the registrations of an application's sources share. Thread-safe. */
final class SharedRegistrations {

  private final SourceClaims claims = new SourceClaims();
  private final EarlierValues earlierValues = new EarlierValues();
  private final RestoreWaits restoreWaits = new RestoreWaits(RestoreWaits.LONGEST_MILLIS, MONOTONIC_MILLIS);
  private final Map<String, RegistrationRequests> requests = new ConcurrentHashMap<>();
  private final Scheduler threads;
  private final BooleanSupplier primary;
  private final Predicate<String> flows;

  /**
   * @param threads IO threads
   * @param primary says whether this node is the primary one of its cluster
   * @param flows says whether the application has a flow of that name
   */
  SharedRegistrations(Scheduler threads, BooleanSupplier primary, Predicate<String> flows) {
    this.threads = threads;
    this.primary = primary;
    this.flows = flows;
  }

  SourceClaims getClaims() {
    return claims;
  }

  EarlierValues getEarlierValues() {
    return earlierValues;
  }

  RestoreWaits getRestoreWaits() {
    return restoreWaits;
  }

  Scheduler getThreads() {
    return threads;
  }

  boolean isPrimary() {
    return primary.getAsBoolean();
  }

  boolean hasFlow(String name) {
    return flows.test(name);
  }

  /**
   * @param resource what the requests change
   * @return what makes them one after the other, whichever source they are of
   */
  RegistrationRequests requestsFor(String resource) {
    return requests.computeIfAbsent(resource, each -> new RegistrationRequests(threads));
  }
}
