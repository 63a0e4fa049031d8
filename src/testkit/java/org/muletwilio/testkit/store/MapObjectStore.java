package org.muletwilio.testkit.store;

import org.mule.runtime.api.store.ObjectAlreadyExistsException;
import org.mule.runtime.api.store.ObjectDoesNotExistException;
import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.api.store.ObjectStoreException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An object store over a map that outlives it: a process, or a node, has one of its own over the entries of all. */
public class MapObjectStore implements ObjectStore<String> {

  private final Map<String, String> entries;

  /** @param entries shared by all stores over them; thread-safe where several threads use these */
  public MapObjectStore(Map<String, String> entries) {
    this.entries = entries;
  }

  @Override
  public boolean contains(String key) throws ObjectStoreException {
    return entries.containsKey(key);
  }

  @Override
  public void store(String key, String value) throws ObjectStoreException {
    if (entries.putIfAbsent(key, value) != null) {
      throw new ObjectAlreadyExistsException();
    }
  }

  @Override
  public String retrieve(String key) throws ObjectStoreException {
    return Optional.ofNullable(entries.get(key)).orElseThrow(ObjectDoesNotExistException::new);
  }

  @Override
  public String remove(String key) throws ObjectStoreException {
    return Optional.ofNullable(entries.remove(key)).orElseThrow(ObjectDoesNotExistException::new);
  }

  @Override
  public List<String> allKeys() throws ObjectStoreException {
    return new ArrayList<>(entries.keySet());
  }

  @Override
  public Map<String, String> retrieveAll() throws ObjectStoreException {
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
}
