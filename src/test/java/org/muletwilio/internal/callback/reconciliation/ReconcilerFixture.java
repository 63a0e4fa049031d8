package org.muletwilio.internal.callback.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.internal.callback.pending.LookUpKey;
import org.muletwilio.testkit.store.HookedObjectStore;
import org.muletwilio.testkit.store.MapObjectStore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One node whose clock goes on when a test wants it to, and whose store tells what it was asked. */
public abstract class ReconcilerFixture {

  protected final TestClock clock = new TestClock();
  protected final Map<String, String> entries = new ConcurrentHashMap<>();
  protected final List<String> calls = new ArrayList<>();
  protected final Node node = new Node(new HookedObjectStore<>(new MapObjectStore(entries),
                                                               (operation, key) -> calls.add(operation)), clock);

  protected static boolean isLookUp(String key) {
    return key != null && LookUpKey.parse(key).isPresent();
  }

  protected CallbackAttributes onlyRun() {
    assertEquals(1, node.flows.runs().size(), node.flows.runs()::toString);
    return node.flows.runs().get(0);
  }
}
