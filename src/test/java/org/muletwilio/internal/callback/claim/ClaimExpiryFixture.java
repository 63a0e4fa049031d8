package org.muletwilio.internal.callback.claim;

import static java.util.concurrent.TimeUnit.HOURS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import org.muletwilio.internal.callback.schedule.Deadlines;
import org.muletwilio.testkit.store.HookedObjectStore;
import org.muletwilio.testkit.store.MapObjectStore;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/** A store that keeps all for ever, and configs that share it. */
abstract class ClaimExpiryFixture {

  static final long HOUR = HOURS.toMillis(1);
  static final long DAY = HOURS.toMillis(24);
  static final long LEASE = 120_000;

  final AtomicLong millis = new AtomicLong(1_000_000_000_000L);
  final AtomicLong tokens = new AtomicLong();
  final Map<String, String> entries = new TreeMap<>();
  final Deadlines deadlines = new Deadlines(() -> MILLISECONDS.toNanos(millis.get()), Runnable::run);
  final Set<String> unreadable = new HashSet<>();
  Error error;
  boolean broken;
  boolean full;

  void expired(int many) {
    for (int i = 0; i < many; i++) {
      entries.put("twilio/one/E" + i + "#done", "@0");
    }
  }

  /** Lets a time go by at once. */
  void step(long time) {
    millis.addAndGet(time);
    deadlines.check();
  }

  Claims claims(String prefix) {
    return new Claims(new MapObjectStore(entries), prefix, new ClaimWatch(LEASE, millis::get),
                      () -> "t" + tokens.incrementAndGet(), millis::get);
  }

  Claims started(String prefix, long window) {
    Claims claims = claims(prefix);
    new ClaimExpiry(new HookedObjectStore<>(new MapObjectStore(entries), (operation, key) -> {
      if (broken || operation.equals("retrieve") && unreadable.contains(key)) {
        throw new IllegalStateException("broken on purpose");
      }
      if (error != null) {
        throw error;
      }
    }), prefix, claims, window, millis::get, this::run, deadlines).start(20_000);
    return claims;
  }

  void run(Runnable task) {
    if (full) {
      throw new RejectedExecutionException("full on purpose");
    }
    task.run();
  }

  void pass(long time) {
    for (long end = millis.get() + time; millis.get() < end;) {
      millis.set(Math.min(end, millis.get() + 20_000));
      deadlines.check();
    }
  }
}
