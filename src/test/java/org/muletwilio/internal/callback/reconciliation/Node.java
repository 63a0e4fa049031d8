package org.muletwilio.internal.callback.reconciliation;

import static java.util.Collections.emptyMap;

import org.mule.runtime.api.lock.LockFactory;
import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.flow.CallbackRunner;
import org.muletwilio.internal.callback.flow.FlowDispatcher;
import org.muletwilio.internal.callback.flow.TestWaits;
import org.muletwilio.internal.callback.idempotency.IdempotentReceiver;
import org.muletwilio.internal.callback.pending.AwaitedStatus;
import org.muletwilio.internal.callback.pending.PendingStore;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.schedule.Deadlines;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** One node's reconciler, on a store that may be shared, with a clock and flows of the test. */
public final class Node {

  public static final String CONFIG = "Twilio";
  public static final Duration AFTER = Duration.ofMinutes(15);
  public static final Duration GIVE_UP_AFTER = Duration.ofDays(3);
  /** Of one flow at a time. */
  public static final int MOST_OF_FLOW = StatusReconciler.MOST_OF_FLOW;
  /** Whose log tells what goes wrong. */
  public static final String WARNINGS = ReconcilerWarnings.class.getName();
  private static final Duration NEVER = Duration.ofDays(100 * 365);

  public final FakeFlows flows = new FakeFlows();
  public final List<String> lookUps = new CopyOnWriteArrayList<>();
  public final StatusReconciler reconciler;
  public final TestThreads threads = new TestThreads();
  public final Deadlines deadlines;
  private final StatusSources sources = new StatusSources();
  private final TestClock clock;
  private volatile Runnable beforeRound = () -> { };
  private volatile StatusSource twilio = status -> Optional.of(fetched(status, "delivered"));

  public Node(ObjectStore<String> store, TestClock clock) {
    this(store, clock, new Locks(), IdempotentReceiver.PASS, 0.5);
  }

  /** @param flowTimeout for how long a flow is waited for */
  public Node(ObjectStore<String> store, TestClock clock, Duration flowTimeout) {
    this(store, clock, new Locks(), IdempotentReceiver.PASS, 0.5, flowTimeout);
  }

  /**
   * @param locks shared by the nodes of a cluster
   * @param once shared by nodes with an object store for repeats
   * @param random what the random number is, from 0 to 1
   */
  public Node(ObjectStore<String> store, TestClock clock, LockFactory locks, IdempotentReceiver once, double random) {
    this(store, clock, locks, once, random, NEVER);
  }

  private Node(ObjectStore<String> store, TestClock clock, LockFactory locks, IdempotentReceiver once, double random,
               Duration flowTimeout) {
    this.clock = clock;
    this.deadlines = new Deadlines(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()), Runnable::run);
    this.reconciler = new StatusReconciler(CONFIG, new PendingStore(CONFIG, "pending", store, locks),
        new LookUpSchedule(AFTER.toMillis(), GIVE_UP_AFTER.toMillis(), clock::millis, () -> random), sources,
        runner(once, flowTimeout), deadlines, threads);
    connect();
  }

  /** Lets its connection begin. */
  public void connect() {
    sources.put(CONFIG, status -> {
      lookUps.add(status.getSid());
      return twilio.fetch(status);
    });
  }

  /** Lets its connection end. */
  public void disconnect() {
    sources.remove(CONFIG);
  }

  /** Lets Twilio say so from now on. */
  public void twilio(StatusSource source) {
    twilio = source;
  }

  public void twilioSays(String status) {
    twilio = asked -> Optional.of(fetched(asked, status));
  }

  /** Goes on in steps of a minute, as a node does that runs. */
  public void pass(Duration time) {
    for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plusMinutes(1)) {
      clock.pass(Duration.ofMinutes(1));
      round();
    }
  }

  /** @param action may throw, where the process has died */
  public void beforeRound(Runnable action) {
    beforeRound = action;
  }

  public void round() {
    beforeRound.run();
    deadlines.check();
    scan();
    lookUp();
  }

  public void scan() {
    reconciler.scan();
  }

  public void lookUp() {
    reconciler.lookUp();
  }

  public CompletableFuture<Void> await(String sid) {
    return await(sid, "status");
  }

  public CompletableFuture<Void> await(String sid, String flow) {
    return reconciler.await(message(sid), new CallbackRoute(CONFIG, CallbackKind.MESSAGE_STATUS, flow, Optional.of("0-1"),
        Map.of("order", "1")));
  }

  public static AwaitedStatus message(String sid) {
    return new AwaitedStatus(CallbackKind.MESSAGE_STATUS, "AC1", sid);
  }

  public static FetchedStatus fetched(AwaitedStatus asked, String status) {
    return fetched(asked, status, OptionalLong.empty());
  }

  public static FetchedStatus fetched(AwaitedStatus asked, String status, OptionalLong begun) {
    MultiMap<String, String> fields = new MultiMap<>();
    fields.put("MessageSid", asked.getSid());
    fields.put("AccountSid", asked.getAccountSid());
    fields.put("MessageStatus", status);
    return new FetchedStatus(fields, begun);
  }

  private CallbackRunner runner(IdempotentReceiver once, Duration flowTimeout) {
    return new CallbackRunner(new FlowDispatcher(flows.locator()), TestWaits.of(CONFIG, deadlines, flowTimeout.toMillis()),
                              once, once, once, () -> { });
  }

  /** Those of one process. */
  public static final class Locks implements LockFactory {

    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>(emptyMap());

    @Override
    public ReentrantLock createLock(String name) {
      return locks.computeIfAbsent(name, key -> new ReentrantLock());
    }
  }
}
