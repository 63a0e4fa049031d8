package org.muletwilio.internal.callback.reconciliation;

import static java.time.ZoneOffset.UTC;

import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.api.callback.CallbackAttributesBuilder;
import org.muletwilio.internal.callback.content.CallbackContent;
import org.muletwilio.internal.callback.flow.CallbackRun;
import org.muletwilio.internal.callback.flow.CallbackRunner;
import org.muletwilio.internal.callback.pending.AwaitedStatus;
import org.muletwilio.internal.callback.pending.PendingStatus;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.trust.CallerAccount;

import java.time.ZonedDateTime;
import java.util.Optional;

/** Runs the flows of statuses that never came as callbacks, once for each status. */
final class StatusRuns {

  private final CallbackRunner runner;

  /** @param runner runs flows */
  StatusRuns(CallbackRunner runner) {
    this.runner = runner;
  }

  /**
   * @param pending what is awaited
   * @param last its last status, which was fetched
   * @return the run of its flow
   */
  CallbackRun reconciled(PendingStatus pending, CallbackContent last) {
    return run(pending.getRoute(), last, attributes(pending.getRoute()));
  }

  /**
   * @param pending what is awaited no longer
   * @param fields what Twilio told of it, if anything
   * @return the run of its flow
   */
  CallbackRun givenUp(PendingStatus pending, MultiMap<String, String> fields) {
    AwaitedStatus status = pending.getStatus();
    fields.putIfAbsent(status.getSidField(), status.getSid());
    fields.putIfAbsent("AccountSid", status.getAccountSid());
    return run(pending.getRoute(), CallbackContent.givenUp(status.getKind(), fields),
               attributes(pending.getRoute()).givenUp(true));
  }

  private CallbackRun run(CallbackRoute route, CallbackContent content, CallbackAttributesBuilder attributes) {
    return runner.run(route, CallerAccount.OWN, Optional.empty(), content, attributes);
  }

  private static CallbackAttributesBuilder attributes(CallbackRoute route) {
    return new CallbackAttributesBuilder().kind(route.getKind()).flow(route.getFlow()).method(null)
        .receivedAt(ZonedDateTime.now(UTC)).reconciled(true);
  }
}
