package org.muletwilio.internal.callback.reconciliation;

import static java.time.ZoneOffset.UTC;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.mule.runtime.api.scheduler.SchedulerConfig.config;

import org.mule.runtime.api.scheduler.Scheduler;
import org.mule.runtime.api.scheduler.SchedulerService;
import org.mule.runtime.api.store.ObjectDoesNotExistException;
import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.api.store.ObjectStoreException;
import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.api.callback.CallbackAttributesBuilder;
import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.internal.callback.content.CallbackContent;
import org.muletwilio.internal.callback.flow.CallbackRunner;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.trust.CallerAccount;

import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks up at Twilio what never called back: some callbacks are lost, and Twilio itself advises to poll. What is awaited is kept
 * in an object store, so that a crash loses none of it.
 */
public final class StatusReconciler {

  private static final Logger LOGGER = LoggerFactory.getLogger(StatusReconciler.class);
  private static final long SHORTEST_PAUSE_MILLIS = 100;
  /**
   * Under this key and the SID is kept when to look again. The SID's own entry is never replaced, which an object store can't do
   * at once, so that a crash in between would lose it.
   */
  private static final String NEXT = "next/";

  private final String config;
  private final long afterMillis;
  private final ObjectStore<String> pending;
  private final CallbackRunner runner;
  private final StatusSources sources;
  private final ClassLoader applicationClassLoader;
  private Scheduler scheduler;
  private volatile boolean stopped;

  /**
   * @param config the config's name
   * @param afterMillis after how long without a last status it is looked up
   * @param pending keeps what is awaited
   * @param runner runs the flows
   * @param sources look up statuses
   * @param applicationClassLoader the class loader that flows run with
   */
  StatusReconciler(String config, long afterMillis, ObjectStore<String> pending, CallbackRunner runner, StatusSources sources,
                   ClassLoader applicationClassLoader) {
    this.config = config;
    this.afterMillis = afterMillis;
    this.pending = pending;
    this.runner = runner;
    this.sources = sources;
    this.applicationClassLoader = applicationClassLoader;
  }

  synchronized void start(SchedulerService schedulers) {
    scheduler = schedulers.ioScheduler(config().withName("twilio-status-reconciler-" + config));
    long pause = Math.max(SHORTEST_PAUSE_MILLIS, afterMillis / 4);
    scheduler.scheduleWithFixedDelay(this::reconcile, pause, pause, MILLISECONDS);
  }

  /** Stops to look up; what is awaited stays in the store. */
  public synchronized void stop() {
    stopped = true;
    if (scheduler != null) {
      scheduler.stop();
      scheduler = null;
    }
  }

  /** Remembers that a last status is awaited. */
  public void await(AwaitedStatus status, CallbackRoute route) {
    try {
      pending.store(status.toKey(), new PendingStatus(route, System.currentTimeMillis() + afterMillis, afterMillis).toText());
    } catch (ObjectStoreException | RuntimeException e) {
      LOGGER.warn("Config '{}' can't remember that the status of {} is awaited, and will not look it up: {}", config, status,
                  e.getMessage());
    }
  }

  /** Forgets what has come to its end. When to look again is forgotten in the next round: this is called for all of them. */
  public void forget(AwaitedStatus status) {
    try {
      remove(status.toKey());
    } catch (ObjectStoreException | RuntimeException e) {
      LOGGER.warn("Config '{}' can't forget that the status of {} was awaited, and may look it up: {}", config, status,
                  e.getMessage());
    }
  }

  /** Looks up all that is due. */
  void reconcile() {
    Thread.currentThread().setContextClassLoader(applicationClassLoader);
    try {
      Optional<StatusSource> source = sources.of(config);
      if (source.isPresent()) {
        Set<String> keys = new HashSet<>(pending.allKeys());
        for (Iterator<String> each = keys.iterator(); each.hasNext() && !stopped;) {
          reconcileUnlessGone(each.next(), keys, source.get());
        }
      }
    } catch (ObjectStoreException | RuntimeException e) {
      LOGGER.warn("Config '{}' could not look up the statuses that are awaited, and will try again: {}", config, e.getMessage());
    }
  }

  /** Each by itself: a callback may come while others are looked up, and what fails for one must not keep the rest waiting. */
  private void reconcileUnlessGone(String key, Set<String> keys, StatusSource source) {
    try {
      if (!key.startsWith(NEXT)) {
        Optional<AwaitedStatus> status = AwaitedStatus.ofKey(key);
        if (status.isPresent()) {
          reconcile(status.get(), key, keys.contains(NEXT + key), source);
        }
      } else if (!keys.contains(key.substring(NEXT.length()))) {
        remove(key);
      }
    } catch (ObjectDoesNotExistException e) {
      LOGGER.debug("The status of {} has come meanwhile", key);
    } catch (ObjectStoreException | RuntimeException e) {
      LOGGER.warn("Config '{}' could not look up the status of {}, and will try again: {}", config, key, e.getMessage());
    }
  }

  private void reconcile(AwaitedStatus status, String key, boolean lookedUpBefore, StatusSource source) throws ObjectStoreException {
    Optional<PendingStatus> awaited = PendingStatus.parse(config, pending.retrieve(lookedUpBefore ? NEXT + key : key));
    if (!awaited.isPresent()) {
      remove(key);
      return;
    }
    if (awaited.get().getDueMillis() > System.currentTimeMillis()) {
      return;
    }
    CallbackRoute route = awaited.get().getRoute();
    Optional<MultiMap<String, String>> fields = source.fieldsOf(status);
    if (!fields.isPresent()) {
      LOGGER.warn("Twilio no longer knows {}, whose status flow '{}' of config '{}' awaits", status, route.getFlow(), config);
      remove(key);
      return;
    }
    CallbackContent content = new CallbackContent(route.getKind(), fields.get(), Optional.empty());
    if (content.isTerminal()) {
      CallbackAnswer answer = runner.run(route, CallerAccount.OWN, Optional.empty(), content,
          new CallbackAttributesBuilder().kind(route.getKind()).flow(route.getFlow()).method(null)
              .receivedAt(ZonedDateTime.now(UTC)).reconciled(true)).getEnd().join();
      if (answer.isSuccess()) {
        remove(key);
      }
    } else {
      remove(NEXT + key);
      pending.store(NEXT + key, awaited.get().later(System.currentTimeMillis()).toText());
    }
  }

  private void remove(String key) throws ObjectStoreException {
    try {
      if (pending.contains(key)) {
        pending.remove(key);
      }
    } catch (ObjectDoesNotExistException e) {
      LOGGER.debug("{} was removed by another worker", key, e);
    }
  }
}
