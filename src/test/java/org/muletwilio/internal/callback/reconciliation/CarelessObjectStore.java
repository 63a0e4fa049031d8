package org.muletwilio.internal.callback.reconciliation;

import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.api.store.ObjectStoreException;

import org.muletwilio.testkit.store.StoppingObjectStore;

import java.util.List;
import java.util.Map;

/** Refuses no key: what is stored last stays. */
final class CarelessObjectStore implements ObjectStore<String> {

  private final Map<String, String> entries;
  private final ObjectStore<String> store;

  CarelessObjectStore(Map<String, String> entries) {
    this.entries = entries;
    this.store = StoppingObjectStore.going(entries);
  }

  @Override
  public void store(String key, String value) {
    entries.put(key, value);
  }

  @Override
  public boolean contains(String key) throws ObjectStoreException {
    return store.contains(key);
  }

  @Override
  public String retrieve(String key) throws ObjectStoreException {
    return store.retrieve(key);
  }

  @Override
  public String remove(String key) throws ObjectStoreException {
    return store.remove(key);
  }

  @Override
  public List<String> allKeys() throws ObjectStoreException {
    return store.allKeys();
  }

  @Override
  public Map<String, String> retrieveAll() throws ObjectStoreException {
    return store.retrieveAll();
  }

  @Override
  public void clear() throws ObjectStoreException {
    store.clear();
  }

  @Override
  public boolean isPersistent() {
    return true;
  }

  @Override
  public void open() {
    // always is
  }

  @Override
  public void close() {
    // never is
  }
}
