package org.muletwilio.internal.callback.store;

import org.mule.runtime.api.store.ObjectAlreadyExistsException;
import org.mule.runtime.api.store.ObjectDoesNotExistException;
import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.api.store.ObjectStoreException;

import org.muletwilio.internal.callback.codec.SafeLogger;

import java.util.List;
import java.util.Optional;

/** The entries of an object store: whether one is there is a result, not an exception. */
public final class StoreEntries {

  private static final SafeLogger LOGGER = SafeLogger.of(StoreEntries.class);

  private final ObjectStore<String> store;

  public StoreEntries(ObjectStore<String> store) {
    this.store = store;
  }

  /** @return whether there was no such entry, so that there is one now */
  public boolean add(String key, String value) throws ObjectStoreException {
    try {
      store.store(key, value);
      return true;
    } catch (ObjectAlreadyExistsException e) {
      return false;
    }
  }

  public boolean contains(String key) throws ObjectStoreException {
    return store.contains(key);
  }

  /** @return the value, or empty where there is no such entry */
  public Optional<String> find(String key) throws ObjectStoreException {
    try {
      return Optional.ofNullable(store.retrieve(key));
    } catch (ObjectDoesNotExistException e) {
      return Optional.empty();
    }
  }

  /** Removes the entry, if there is one. */
  public void remove(String key) throws ObjectStoreException {
    try {
      store.remove(key);
    } catch (ObjectDoesNotExistException e) {
      LOGGER.debug("{} is gone already", key);
    }
  }

  public List<String> keys() throws ObjectStoreException {
    return store.allKeys();
  }
}
