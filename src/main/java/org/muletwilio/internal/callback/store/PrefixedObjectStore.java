package org.muletwilio.internal.callback.store;

import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.api.store.ObjectStoreException;

import java.util.List;
import java.util.Map;

/** A part of an object store: the entries whose keys begin with a prefix, which those who use this part don't see. */
final class PrefixedObjectStore implements ObjectStore<String> {

  private final ObjectStore<String> store;
  private final String prefix;

  PrefixedObjectStore(ObjectStore<String> store, String prefix) {
    this.store = store;
    this.prefix = prefix;
  }

  @Override
  public boolean contains(String key) throws ObjectStoreException {
    return store.contains(prefix + key);
  }

  @Override
  public void store(String key, String value) throws ObjectStoreException {
    store.store(prefix + key, value);
  }

  @Override
  public String retrieve(String key) throws ObjectStoreException {
    return store.retrieve(prefix + key);
  }

  @Override
  public String remove(String key) throws ObjectStoreException {
    return store.remove(prefix + key);
  }

  @Override
  public List<String> allKeys() throws ObjectStoreException {
    return store.allKeys().stream().filter(key -> key.startsWith(prefix)).map(this::withoutPrefix).collect(toList());
  }

  @Override
  public Map<String, String> retrieveAll() throws ObjectStoreException {
    return store.retrieveAll().entrySet().stream().filter(entry -> entry.getKey().startsWith(prefix))
        .collect(toMap(entry -> withoutPrefix(entry.getKey()), Map.Entry::getValue));
  }

  @Override
  public void clear() throws ObjectStoreException {
    for (String key : allKeys()) {
      remove(key);
    }
  }

  @Override
  public boolean isPersistent() {
    return store.isPersistent();
  }

  @Override
  public void open() throws ObjectStoreException {
    store.open();
  }

  /** The store is another's. */
  @Override
  public void close() {
    // and stays open
  }

  private String withoutPrefix(String key) {
    return key.substring(prefix.length());
  }
}
