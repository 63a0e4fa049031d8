package org.muletwilio.internal.callback.pending;

import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.api.store.ObjectStoreException;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.store.HookedObjectStore;
import org.muletwilio.testkit.store.MapObjectStore;
import org.muletwilio.testkit.store.StoreHook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PendingStoreTest {

  private static final AwaitedStatus STATUS = new AwaitedStatus(CallbackKind.MESSAGE_STATUS, "AC1", "SM1");
  private static final String KEY = "message-status/AC1/SM1";
  private static final CallbackRoute ROUTE =
      new CallbackRoute("Twilio", CallbackKind.MESSAGE_STATUS, "a/flow é", Optional.of("0-1"), Map.of("order", "1"));

  private final Map<String, String> entries = new ConcurrentHashMap<>();
  private final List<String> calls = new ArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final PendingStore store = store(new HookedObjectStore<>(new MapObjectStore(entries),
                                                                   (operation, key) -> calls.add(operation + " " + key)));

  @Test
  void whatIsAwaitedIsFoundAsItWasAdded() throws Exception {
    store.add(new PendingStatus(STATUS, ROUTE, 1, 2));
    PendingStatus found = store.find(STATUS).orElseThrow();
    assertEquals(STATUS, found.getStatus());
    assertEquals("a/flow é", found.getRoute().getFlow());
    assertEquals(CallbackKind.MESSAGE_STATUS, found.getRoute().getKind());
    assertEquals(Optional.of("0-1"), found.getRoute().getCorrelationId());
    assertEquals(Map.of("order", "1"), found.getRoute().getContext());
    assertEquals(1, found.getSinceMillis());
    assertEquals(2, found.getDueMillis());
    assertEquals(Map.of(STATUS, 0), store.keys().getAwaited());
  }

  /** A call that failed may have been done all the same. */
  @Test
  void whatIsAddedTwiceStaysAsItIs() throws Exception {
    store.add(new PendingStatus(STATUS, ROUTE, 1, 2));
    store.add(new PendingStatus(STATUS, ROUTE, 1, 3));
    assertEquals(2, store.find(STATUS).orElseThrow().getDueMillis());
  }

  @Test
  void eachLookUpIsClaimedOnce() throws Exception {
    store.add(new PendingStatus(STATUS, ROUTE, 1, 2));
    assertTrue(store.claim(new LookUpKey(STATUS, 1), 10).isPresent());
    assertFalse(store.claim(new LookUpKey(STATUS, 1), 11).isPresent());
    assertEquals(OptionalLong.of(10), store.dueAfter(new LookUpKey(STATUS, 1)));
    assertEquals(Map.of(STATUS, 1), store.keys().getAwaited());
    assertTrue(store.claim(new LookUpKey(STATUS, 2), 20).isPresent());
    assertFalse(store.claim(new LookUpKey(STATUS, 2), 21).isPresent());
    assertEquals(Set.of(KEY, "look-up/2/" + KEY), entries.keySet());
  }

  /** What this node knows of it is out of date. */
  @Test
  void aLookUpThatFollowsNoneIsNotClaimed() throws Exception {
    store.add(new PendingStatus(STATUS, ROUTE, 1, 2));
    assertFalse(store.claim(new LookUpKey(STATUS, 3), 10).isPresent());
    assertEquals(Set.of(KEY), entries.keySet());
  }

  @Test
  void whatHasComeToItsEndIsNotClaimed() throws Exception {
    entries.put("look-up/1/" + KEY, "5");
    assertFalse(store.claim(new LookUpKey(STATUS, 2), 10).isPresent());
    assertEquals(Map.of(), entries);
    assertFalse(store.claim(new LookUpKey(STATUS, 1), 10).isPresent());
    assertEquals(Map.of(), entries);
  }

  @Test
  void nobodyWaitsForAnotherNodesClaim() throws Exception {
    store.add(new PendingStatus(STATUS, ROUTE, 1, 2));
    calls.clear();
    CompletableFuture.runAsync(lock::lock).join();
    assertFalse(store.claim(new LookUpKey(STATUS, 1), 10).isPresent());
    assertEquals(List.of(), calls);
  }

  @Test
  void theLockIsLetGoWhateverTheStoreDoes() throws Exception {
    assertThrows(ObjectStoreException.class, () -> store(new HookedObjectStore<>(new MapObjectStore(entries),
        StoreHook.failing())).claim(new LookUpKey(STATUS, 1), 10));
    assertFalse(lock.isLocked());
    store.claim(new LookUpKey(STATUS, 1), 10);
    assertFalse(lock.isLocked());
  }

  /** A process that dies in between leaves what is removed later; the other way round it would be looked up again. */
  @Test
  void theEndRemovesWhatIsAwaitedFirst() throws Exception {
    store.remove(STATUS, 3);
    store.remove(STATUS, 0);
    assertEquals(List.of("remove " + KEY, "remove look-up/3/" + KEY, "remove " + KEY), calls);
  }

  @Test
  void whatAProcessThatDiedHasLeftOverIsOutdated() throws Exception {
    entries.put(KEY, "");
    for (int number : new int[] {2, 1, 3}) {
      entries.put("look-up/" + number + "/" + KEY, "1");
    }
    entries.put("look-up/1/message-status/AC1/SMgone", "1");
    PendingKeys keys = store.keys();
    assertEquals(Map.of(STATUS, 3), keys.getAwaited());
    assertEquals(Set.of("look-up/1/" + KEY, "look-up/2/" + KEY, "look-up/1/message-status/AC1/SMgone"),
                 Set.copyOf(keys.getOutdated().stream().map(LookUpKey::toKey).collect(toList())));
    for (LookUpKey each : keys.getOutdated()) {
      store.removeOutdated(each, keys.getAwaited().containsKey(each.getStatus()));
    }
    assertEquals(Set.of(KEY, "look-up/3/" + KEY), entries.keySet());
  }

  /** A store may list its keys while another node adds to them. */
  @Test
  void whatIsAwaitedAfterAllIsNotOutdated() throws Exception {
    entries.put(KEY, "");
    entries.put("look-up/1/" + KEY, "1");
    store.removeOutdated(new LookUpKey(STATUS, 1), false);
    assertEquals(2, entries.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1/2/flow", "1/2/flow/x/y", "x/2/flow/", "1/x/flow/", "1/2/~/", "1/2/flow/~", "1/2/flow/~00"})
  void anEntryThatCanNotBeReadIsRemoved(String text) throws Exception {
    entries.put(KEY, text);
    try (LogLines log = LogLines.of(PendingStore.class.getName(), Level.WARN)) {
      assertEquals(Optional.empty(), store.find(STATUS));
      assertEquals(1, log.with("has an entry that can't be read, which is removed: " + STATUS.getSid()).size());
    }
    assertEquals(Map.of(), entries);
  }

  @Test
  void aTimeThatCanNotBeReadIsNone() throws Exception {
    assertEquals(OptionalLong.empty(), store.dueAfter(new LookUpKey(STATUS, 1)));
    entries.put("look-up/1/" + KEY, "soon");
    assertEquals(OptionalLong.empty(), store.dueAfter(new LookUpKey(STATUS, 1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"look-up/", "look-up/1", "look-up/x/" + KEY, "look-up/0/" + KEY, "look-up/-1/" + KEY,
      "look-up/01/" + KEY, "look-up/99999999999/" + KEY, "look-up/1/x", KEY, "other/1/" + KEY})
  void anythingElseIsNoKeyOfALookUp(String key) {
    assertEquals(Optional.empty(), LookUpKey.parse(key));
  }

  private PendingStore store(ObjectStore<String> entriesOfIt) {
    return new PendingStore("Twilio", "pending", entriesOfIt, name -> {
      assertEquals("pending/" + KEY, name);
      return lock;
    });
  }
}
