package org.muletwilio.internal.callback.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.store.ObjectStoreException;

import org.muletwilio.testkit.store.HookedObjectStore;
import org.muletwilio.testkit.store.MapObjectStore;
import org.muletwilio.testkit.store.StoreHook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

/** What becomes of entries that others left, or change at the worst time. All orders of steps are tried by ClaimsModelTest. */
class ClaimsTest {

  private static final long LEASE = 120;
  private static final String ASKED = "t/E#0";
  private static final String TAKEN = "t/E#0!";
  private static final int MOST_ABANDONED = 100;

  private long millis = 1_000;
  private int tokens;
  private final Map<String, String> entries = new TreeMap<>();
  private final List<String> calls = new ArrayList<>();
  private final AtomicReference<StoreHook> hook = new AtomicReference<>((operation, key) -> { });
  private final Claims claims = node();

  @Test
  void aRenewedClaimLeavesNothingOnceItIsDone() throws ObjectStoreException {
    Claim claim = granted(claims);
    for (int time = 0; time < 3; time++) {
      claims.renew(claim, time);
    }
    assertEquals(4, entries.size());
    claims.done(claim);
    claims.clear(claim);
    assertEquals(List.of("t/E#done"), List.copyOf(entries.keySet()));
    assertSame(ClaimResult.DONE, claims.acquire("E"));
  }

  @Test
  void aRenewedClaimIsReleasedHoweverLongItWasHeld() throws ObjectStoreException {
    Claim claim = granted(claims);
    for (int time = 0; time < 100; time++) {
      millis += LEASE / 3;
      claims.renew(claim, time);
    }
    millis += LEASE / 3;
    claims.release(claim);
    assertEquals(Map.of(), entries);
  }

  /** Another node may have followed it. */
  @Test
  void aClaimOfAProcessThatStoodStillStaysAsItIs() throws ObjectStoreException {
    Claim claim = granted(claims);
    millis += LEASE / 2;
    claims.release(claim);
    assertEquals(2, entries.size());
  }

  /** Each step takes the time of a call. */
  @Test
  void aClaimThatWasNotRenewedIsReleasedWithTwoCalls() throws ObjectStoreException {
    Claim claim = granted(claims);
    calls.clear();
    claims.release(claim);
    assertEquals(List.of("remove " + TAKEN, "remove " + ASKED), calls);
  }

  @Test
  void whoComesTooLateAtTheSecondEntryTakesTheFirstOneBack() throws ObjectStoreException {
    entries.put(TAKEN, "another's");
    assertSame(ClaimResult.HELD, claims.acquire("E"));
    assertEquals(Map.of(TAKEN, "another's"), entries);
  }

  @Test
  void whoFindsAnothersFirstEntryLeavesTheSecond() throws ObjectStoreException {
    hook.set((operation, key) -> {
      if (operation.equals("retrieve") && key.equals(ASKED)) {
        entries.put(ASKED, "another's");
      }
    });
    assertSame(ClaimResult.HELD, claims.acquire("E"));
    assertEquals("another's", entries.get(ASKED));
    assertTrue(entries.containsKey(TAKEN));
  }

  @Test
  void whoeverDiedBetweenTheTwoEntriesIsFollowed() throws ObjectStoreException {
    entries.put(ASKED, "the dead's");
    assertSame(ClaimResult.HELD, claims.acquire("E"));
    millis += LEASE;
    assertEquals(1, granted(claims).getNumber());
  }

  @Test
  void oneEventMayKillAHundredProcessesAndNoMore() throws ObjectStoreException {
    for (int number = 0; number <= MOST_ABANDONED; number++) {
      assertEquals(number, granted(claims).getNumber());
      assertSame(ClaimResult.HELD, claims.acquire("E"));
      assertFalse(claims.areAbandoned("t/E"), "the last one may live");
      millis += LEASE;
    }
    assertSame(ClaimResult.HELD, claims.acquire("E"));
    assertTrue(claims.areAbandoned("t/E"));
  }

  @Test
  void whatNobodyClaimsIsAbandoned() throws ObjectStoreException {
    assertTrue(claims.areAbandoned("t/E"));
    Claim claim = granted(claims);
    assertFalse(claims.areAbandoned("t/E"));
    for (int time = 0; time < 10; time++) {
      claims.renew(claim, time);
      millis += LEASE / 2;
      assertFalse(claims.areAbandoned("t/E"), "it is renewed");
    }
    millis += LEASE;
    assertTrue(claims.areAbandoned("t/E"));
  }

  private static Claim granted(Claims claims) throws ObjectStoreException {
    return claims.acquire("E").getClaim().orElseThrow();
  }

  private Claims node() {
    return new Claims(new HookedObjectStore<>(new MapObjectStore(entries), (operation, key) -> {
      calls.add(operation + " " + key);
      hook.get().before(operation, key);
    }), "t/", new ClaimWatch(LEASE, () -> millis), () -> "t" + ++tokens, () -> millis);
  }
}
