package org.muletwilio.internal.callback.claim;

import static java.util.concurrent.TimeUnit.HOURS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.store.ObjectStoreException;

import org.muletwilio.internal.callback.schedule.Deadlines;
import org.muletwilio.testkit.store.HookedObjectStore;
import org.muletwilio.testkit.store.MapObjectStore;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

/** What is in a store that keeps all for ever, and that two configs share which remember for different times. */
class ClaimExpiryTest {

  private static final long HOUR = HOURS.toMillis(1);
  private static final long DAY = HOURS.toMillis(24);
  private static final long LEASE = 120_000;

  private final AtomicLong millis = new AtomicLong(1_000_000_000_000L);
  private final AtomicLong tokens = new AtomicLong();
  private final Map<String, String> entries = new TreeMap<>();
  private final Deadlines deadlines = new Deadlines(() -> MILLISECONDS.toNanos(millis.get()), Runnable::run);
  private final Set<String> unreadable = new HashSet<>();
  private Error error;
  private boolean broken;
  private boolean full;

  @Test
  void eachConfigRemembersForItsOwnTime() throws ObjectStoreException {
    Claims one = started("twilio/one/", HOUR);
    Claims other = started("twilio/other/", DAY);
    entries.put("somebody's", "else");
    for (int i = 0; i < 250; i++) {
      one.done(one.acquire("E" + i).getClaim().orElseThrow());
      other.done(other.acquire("E" + i).getClaim().orElseThrow());
    }
    pass(HOUR);
    assertSame(ClaimResult.DONE, one.acquire("E7"));
    pass(2 * HOUR);
    assertTrue(one.acquire("E7").getClaim().isPresent());
    for (int i = 0; i < 250; i++) {
      assertSame(ClaimResult.DONE, other.acquire("E" + i));
    }
    pass(DAY - 3 * HOUR);
    assertSame(ClaimResult.DONE, other.acquire("E249"));
    pass(2 * DAY);
    assertEquals(Map.of("somebody's", "else"), entries);
  }

  /** The other node's clock is ten minutes ahead. */
  @Test
  void clocksThatDifferShortenNoTime() throws ObjectStoreException {
    Claims ahead = started("twilio/one/", MINUTES.toMillis(1));
    entries.put("twilio/one/E#done", "@" + (millis.get() - MINUTES.toMillis(10)));
    pass(MINUTES.toMillis(1) - 100);
    assertSame(ClaimResult.DONE, ahead.acquire("E"));
    pass(MINUTES.toMillis(15));
    assertTrue(ahead.acquire("E").getClaim().isPresent());
  }

  @Test
  void aClaimIsSeenSoonAfterTheStartSoThatItsFirstRepeatCanRunTheFlow() throws ObjectStoreException {
    assertTrue(claims("twilio/one/").acquire("E").getClaim().isPresent());
    Claims restarted = started("twilio/one/", HOUR);
    pass(LEASE + 20_000);
    assertEquals(1, restarted.acquire("E").getClaim().orElseThrow().getNumber());
  }

  @Test
  void claimsOfDeadProcessesGoToo() throws ObjectStoreException {
    claims("twilio/one/").acquire("E");
    started("twilio/one/", HOUR);
    pass(HOUR + MINUTES.toMillis(1));
    assertEquals(2, entries.size());
    pass(3 * HOUR);
    assertEquals(Map.of(), entries);
  }

  @Test
  void aClaimThatIsRenewedStaysHoweverShortTheTime() throws ObjectStoreException {
    Claims owner = claims("twilio/one/");
    Claim claim = owner.acquire("E").getClaim().orElseThrow();
    started("twilio/one/", 1000);
    for (int i = 0; i < 200; i++) {
      owner.renew(claim, i);
      pass(20_000);
    }
    assertSame(ClaimResult.HELD, claims("twilio/one/").acquire("E"));
  }

  @Test
  void aStoreThatFailsIsGoneThroughLater() throws ObjectStoreException {
    Claims claims = started("twilio/one/", HOUR);
    claims.done(claims.acquire("E").getClaim().orElseThrow());
    broken = true;
    pass(5 * HOUR);
    broken = false;
    pass(HOUR);
    assertEquals(Map.of(), entries);
  }

  /** Such as one that another version of the store has written. */
  @Test
  void anEntryThatCanNeverBeReadKeepsNoOtherFromExpiring() throws ObjectStoreException {
    started("twilio/one/", HOUR);
    expired(250);
    unreadable.addAll(List.of("twilio/one/E0#done", "twilio/one/E100#done", "twilio/one/E249#done"));
    pass(3 * HOUR);
    assertEquals(unreadable, entries.keySet());
  }

  @Test
  void aStoreWhoseClassesAreMissingForAWhileIsGoneThroughLater() throws ObjectStoreException {
    started("twilio/one/", HOUR);
    expired(250);
    error = new NoClassDefFoundError("missing on purpose");
    pass(HOUR);
    error = null;
    pass(2 * HOUR);
    assertEquals(Map.of(), entries);
  }

  @Test
  void aStoreThatFailsBetweenTwoPartsIsGoneThroughLater() {
    started("twilio/one/", HOUR);
    expired(250);
    step(20_000);
    assertEquals(150, entries.size());
    broken = true;
    step(500);
    broken = false;
    step(MINUTES.toMillis(10));
    assertEquals(50, entries.size());
    step(500);
    assertEquals(Map.of(), entries);
  }

  /** Callbacks find the store free in between. */
  @Test
  void someAreGoneThroughAtATime() {
    started("twilio/one/", HOUR);
    expired(250);
    for (int left : new int[] {150, 50, 0}) {
      step(left == 150 ? 20_000 : 500);
      assertEquals(left, entries.size());
    }
  }

  @Test
  void anEntryIsOverAfterTheWindowAndWhatClocksMayDiffer() {
    started("twilio/one/", HOUR);
    long over = millis.get() + 20_000 - HOUR - MINUTES.toMillis(10);
    entries.put("twilio/one/E#done", "@" + over);
    entries.put("twilio/one/F#done", "@" + (over + 1));
    step(20_000);
    assertEquals(Set.of("twilio/one/F#done"), entries.keySet());
  }

  @Test
  void withoutAThreadItGoesThroughAllLater() {
    full = true;
    started("twilio/one/", HOUR);
    expired(1);
    step(20_000);
    assertEquals(1, entries.size());
    full = false;
    step(MINUTES.toMillis(10));
    assertEquals(Map.of(), entries);
  }

  private void expired(int many) {
    for (int i = 0; i < many; i++) {
      entries.put("twilio/one/E" + i + "#done", "@0");
    }
  }

  /** Lets a time go by at once. */
  private void step(long time) {
    millis.addAndGet(time);
    deadlines.check();
  }

  private Claims claims(String prefix) {
    return new Claims(new MapObjectStore(entries), prefix, new ClaimWatch(LEASE, millis::get),
                      () -> "t" + tokens.incrementAndGet(), millis::get);
  }

  private Claims started(String prefix, long window) {
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

  private void run(Runnable task) {
    if (full) {
      throw new RejectedExecutionException("full on purpose");
    }
    task.run();
  }

  private void pass(long time) {
    for (long end = millis.get() + time; millis.get() < end;) {
      millis.set(Math.min(end, millis.get() + 20_000));
      deadlines.check();
    }
  }
}
