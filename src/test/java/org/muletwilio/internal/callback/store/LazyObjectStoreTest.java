package org.muletwilio.internal.callback.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mule.runtime.api.i18n.I18nMessageFactory.createStaticMessage;

import org.mule.runtime.api.exception.DefaultMuleException;
import org.mule.runtime.api.store.ObjectStoreException;

import org.muletwilio.testkit.store.MapObjectStore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

class LazyObjectStoreTest {

  @Test
  void itIsMadeReadyOnceAndAgainAfterAFailureAlone() throws Exception {
    AtomicInteger opened = new AtomicInteger();
    List<String> calls = new ArrayList<>();
    Map<String, String> entries = new TreeMap<>();
    DefaultMuleException failure = new DefaultMuleException(createStaticMessage("not connected"));
    LazyObjectStore store = new LazyObjectStore("object store 'x'", () -> {
      if (opened.incrementAndGet() == 1) {
        throw failure;
      }
      return new MapObjectStore(entries) {

        @Override
        public void open() {
          calls.add("open");
        }

        @Override
        public void close() {
          calls.add("close");
        }
      };
    });
    assertEquals(0, opened.get());
    assertSame(failure, assertThrows(ObjectStoreException.class, () -> store.contains("a")).getCause());
    store.store("a", "1");
    assertTrue(store.contains("a"));
    assertEquals("1", store.retrieve("a"));
    assertEquals(List.of("a"), store.allKeys());
    assertEquals(Map.of("a", "1"), store.retrieveAll());
    assertEquals("1", store.remove("a"));
    assertFalse(store.contains("a"));
    store.store("b", "2");
    store.clear();
    assertEquals(Map.of(), entries);
    store.open();
    store.close();
    assertEquals(List.of("open", "close"), calls);
    assertEquals(2, opened.get());
  }
}
