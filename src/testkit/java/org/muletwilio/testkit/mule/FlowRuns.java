package org.muletwilio.testkit.mule;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.mule.runtime.api.notification.PipelineMessageNotification.PROCESS_START;

import org.mule.runtime.api.notification.PipelineMessageNotification;
import org.mule.runtime.api.notification.PipelineMessageNotificationListener;
import org.mule.runtime.core.privileged.event.BaseEventContext;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Records the runs of an application's flows, from Mule's notifications.
 */
final class FlowRuns implements PipelineMessageNotificationListener<PipelineMessageNotification> {

  private final List<FlowRun> runs = new ArrayList<>();
  private final List<FlowRunListener> listeners;

  FlowRuns(List<FlowRunListener> listeners) {
    this.listeners = new CopyOnWriteArrayList<>(listeners);
  }

  void add(FlowRunListener listener) {
    listeners.add(listener);
  }

  @Override
  public void onNotification(PipelineMessageNotification notification) {
    if (notification.getAction().getActionId() != PROCESS_START) {
      return;
    }
    FlowRun run = FlowRun.started(notification.getResourceIdentifier(), notification.getEvent());
    int index = added(run);
    // A flow that fails may have no event left in its last notification, so its context is asked
    ((BaseEventContext) notification.getEvent().getContext())
        .onResponse((event, failure) -> ended(index, run.ended(Optional.ofNullable(failure).map(FlowFailedException::of))));
    listeners.forEach(listener -> listener.started(run));
  }

  private synchronized int added(FlowRun run) {
    runs.add(run);
    notifyAll();
    return runs.size() - 1;
  }

  private void ended(int index, FlowRun run) {
    synchronized (this) {
      runs.set(index, run);
      notifyAll();
    }
    listeners.forEach(listener -> listener.ended(run));
  }

  synchronized List<FlowRun> of(String flow) {
    return runs.stream().filter(run -> run.flow().equals(flow)).collect(Collectors.toList());
  }

  synchronized FlowRun await(String flow, Predicate<FlowRun> condition, Duration timeout) {
    long end = System.nanoTime() + timeout.toNanos();
    while (true) {
      Optional<FlowRun> found = of(flow).stream().filter(condition).findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw new FlowRunMissingException(flow, timeout, List.copyOf(runs));
      }
      try {
        NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new FlowRunMissingException(flow, timeout, List.copyOf(runs));
      }
    }
  }
}
