package org.muletwilio.internal.callback.claim;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.mule.runtime.api.store.ObjectStoreException;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** Stores and entries that fail, and a pool without a thread: what has expired is removed later. */
class ClaimExpiryFaultsTest extends ClaimExpiryFixture {

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
}
