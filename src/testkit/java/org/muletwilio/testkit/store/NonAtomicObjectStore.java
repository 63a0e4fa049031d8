package org.muletwilio.testkit.store;

import org.mule.runtime.api.store.ObjectAlreadyExistsException;
import org.mule.runtime.api.store.ObjectDoesNotExistException;
import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.api.store.ObjectStoreException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An object store that several nodes share, and whose <code>store</code> is a look and a write, as that of some services is: of two
 * nodes that store the same at once, both succeed.
 */
public final class NonAtomicObjectStore implements ObjectStore<String> {

  private final Map<String, String> entries;
  private final StoreHook between;

  /**
   * @param entries shared by all nodes; thread-safe
   * @param between happens between the look and the write, such as other nodes' writes
   */
  public NonAtomicObjectStore(Map<String, String> entries, StoreHook between) {
    this.entries = entries;
    this.between = between;
  }

  @Override
  public boolean contains(String key) {
    return entries.containsKey(key);
  }

  @Override
  public void store(String key, String value) throws ObjectStoreException {
    if (entries.containsKey(key)) {
      throw new ObjectAlreadyExistsException();
    }
    between.before("write", key);
    entries.put(key, value);
  }

  @Override
  public String retrieve(String key) throws ObjectStoreException {
    return present(entries.get(key));
  }

  @Override
  public String remove(String key) throws ObjectStoreException {
    return present(entries.remove(key));
  }

  @Override
  public List<String> allKeys() {
    return new ArrayList<>(entries.keySet());
  }

  @Override
  public Map<String, String> retrieveAll() {
    return Map.copyOf(entries);
  }

  @Override
  public void clear() {
    entries.clear();
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

  private static String present(String value) throws ObjectStoreException {
    if (value == null) {
      throw new ObjectDoesNotExistException();
    }
    return value;
  }
}
