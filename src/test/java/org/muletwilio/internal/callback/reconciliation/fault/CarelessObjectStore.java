package org.muletwilio.internal.callback.reconciliation.fault;

import org.muletwilio.testkit.store.MapObjectStore;

import java.util.Map;

/** Refuses no key: what is stored last stays. */
final class CarelessObjectStore extends MapObjectStore {

  private final Map<String, String> entries;

  CarelessObjectStore(Map<String, String> entries) {
    super(entries);
    this.entries = entries;
  }

  @Override
  public void store(String key, String value) {
    entries.put(key, value);
  }
}
