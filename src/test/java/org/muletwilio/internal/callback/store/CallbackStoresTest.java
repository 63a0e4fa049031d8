package org.muletwilio.internal.callback.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.artifact.Registry;
import org.mule.runtime.api.exception.MuleException;
import org.mule.runtime.api.lifecycle.Startable;
import org.mule.runtime.api.lock.LockFactory;
import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.api.store.ObjectStoreManager;
import org.mule.runtime.api.store.ObjectStoreSettings;

import org.muletwilio.internal.callback.Fakes;
import org.muletwilio.testkit.store.MapObjectStore;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which object store a config gets by the name that it gives. */
class CallbackStoresTest {

  private final Map<String, ObjectStore<String>> ofManager = new TreeMap<>();
  private final Map<String, Object> elements = new HashMap<>();
  private final Map<String, String> entries = new TreeMap<>();
  private final LockFactory locks = Fakes.of(LockFactory.class, Map.of());
  private final CallbackStores stores = new CallbackStores();

  @BeforeEach
  void inject() throws Exception {
    Fakes.inject(stores, "manager", Fakes.of(ObjectStoreManager.class, Map.of("getOrCreateObjectStore", arguments -> {
      ObjectStoreSettings settings = (ObjectStoreSettings) arguments[1];
      assertTrue(settings.isPersistent() && !settings.getEntryTTL().isPresent() && !settings.getMaxEntries().isPresent(),
                 "entries stay until they are removed");
      return ofManager.computeIfAbsent((String) arguments[0], name -> new MapObjectStore(new TreeMap<>()));
    })));
    Fakes.inject(stores, "registry", Fakes.of(Registry.class, Map.of("lookupByName",
        arguments -> Optional.ofNullable(elements.get(arguments[0])))));
    Fakes.inject(stores, "locks", locks);
  }

  @Test
  void aNameOfNoElementIsThatOfAPersistentStore() throws Exception {
    ObjectStore<String> claims = stores.ofClaims("Twilio", "mine");
    assertSame(ofManager.get("mine"), claims);
    ObjectStore<String> pending = stores.ofPending("Twilio", Optional.of("mine"));
    assertSame(ofManager.get("mine-pending-Twilio"), pending);
  }

  @Test
  void whatIsAwaitedHasAStoreWhereNoneIsNamedToo() throws Exception {
    ObjectStore<String> pending = stores.ofPending("my config", Optional.empty());
    assertSame(ofManager.get("twilio-callbacks-pending-my~20config"), pending);
  }

  @Test
  void anElementStandsForItsStoreAndConfigsShareIt() throws Exception {
    elements.put("element", new MapObjectStore(entries));
    stores.ofClaims("one", "element").store("a", "1");
    stores.ofPending("one", Optional.of("element")).store("b", "2");
    stores.ofPending("an other", Optional.of("element")).store("b", "3");
    assertEquals(Map.of("a", "1", "twilio/pending/one/b", "2", "twilio/pending/an~20other/b", "3"), entries);
    assertEquals(Map.of(), ofManager);
  }

  @Test
  void anElementStartsWhenItIsNeeded() throws Exception {
    StartableStore element = new StartableStore();
    elements.put("element", element);
    ObjectStore<String> claims = stores.ofClaims("Twilio", "element");
    assertEquals(0, element.started);
    claims.store("a", "1");
    assertTrue(claims.contains("a"));
    assertEquals(1, element.started);
    assertTrue(claims.isPersistent());
  }

  @Test
  void anElementThatIsNoObjectStoreIsRefusedWithItsType() {
    elements.put("element", new StringBuilder());
    String refused = "http-callback-config of config 'Twilio': objectStore is 'element', which is a StringBuilder, not an object "
        + "store. Name an object store, or nothing that the application has: then a store of that name is made";
    assertEquals(refused, assertThrows(MuleException.class, () -> stores.ofClaims("Twilio", "element")).getMessage());
    assertEquals(refused,
                 assertThrows(MuleException.class, () -> stores.ofPending("Twilio", Optional.of("element"))).getMessage());
  }

  /** Mule's own, by its name: in a cluster it is for all nodes. */
  @Test
  void locksAreThoseOfMule() {
    assertSame(locks, stores.getLocks());
  }

  private final class StartableStore extends MapObjectStore implements Startable {

    private int started;

    private StartableStore() {
      super(entries);
    }

    @Override
    public void start() {
      started++;
    }
  }
}
