package org.muletwilio.internal.callback.claim;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.store.ObjectStoreException;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** How long claims are kept that configs share which remember for different times. */
class ClaimExpiryTest extends ClaimExpiryFixture {

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
}
