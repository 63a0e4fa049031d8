package org.muletwilio.internal.callback.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.store.ObjectAlreadyExistsException;
import org.mule.runtime.api.store.ObjectDoesNotExistException;

import org.muletwilio.testkit.store.MapObjectStore;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

class PrefixedObjectStoreTest {

  private final Map<String, String> entries = new TreeMap<>(Map.of("other/a", "1", "b", "2"));
  private final PrefixedObjectStore store = new PrefixedObjectStore(new MapObjectStore(entries), "own/");

  @Test
  void itHasItsOwnEntriesAlone() throws Exception {
    store.store("a", "3");
    store.store("b", "4");
    assertEquals(Map.of("other/a", "1", "b", "2", "own/a", "3", "own/b", "4"), entries);
    assertEquals(List.of("a", "b"), store.allKeys());
    assertEquals(Map.of("a", "3", "b", "4"), store.retrieveAll());
    assertEquals("3", store.retrieve("a"));
    assertTrue(store.contains("b"));
    assertFalse(store.contains("own/b"));
    assertThrows(ObjectAlreadyExistsException.class, () -> store.store("a", "5"));
    assertEquals("3", store.remove("a"));
    assertThrows(ObjectDoesNotExistException.class, () -> store.retrieve("a"));
    assertTrue(store.isPersistent());
    assertFalse(new PrefixedObjectStore(new MapObjectStore(entries) {

      @Override
      public boolean isPersistent() {
        return false;
      }
    }, "own/").isPersistent());
    store.close();
    store.clear();
    assertEquals(Map.of("other/a", "1", "b", "2"), entries);
  }
}
