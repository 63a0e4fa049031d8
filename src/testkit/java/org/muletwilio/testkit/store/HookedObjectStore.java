package org.muletwilio.testkit.store;

import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.api.store.ObjectStoreException;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** An object store with a {@link StoreHook} before each call. */
public final class HookedObjectStore<T extends Serializable> implements ObjectStore<T> {

  private final ObjectStore<T> store;
  private final StoreHook hook;

  public HookedObjectStore(ObjectStore<T> store, StoreHook hook) {
    this.store = store;
    this.hook = hook;
  }

  @Override
  public boolean contains(String key) throws ObjectStoreException {
    hook.before("contains", key);
    return store.contains(key);
  }

  @Override
  public void store(String key, T value) throws ObjectStoreException {
    hook.before("store", key);
    store.store(key, value);
  }

  @Override
  public T retrieve(String key) throws ObjectStoreException {
    hook.before("retrieve", key);
    return store.retrieve(key);
  }

  @Override
  public T remove(String key) throws ObjectStoreException {
    hook.before("remove", key);
    return store.remove(key);
  }

  @Override
  public List<String> allKeys() throws ObjectStoreException {
    hook.before("allKeys", null);
    return store.allKeys();
  }

  @Override
  public Map<String, T> retrieveAll() throws ObjectStoreException {
    hook.before("retrieveAll", null);
    return store.retrieveAll();
  }

  @Override
  public void clear() throws ObjectStoreException {
    hook.before("clear", null);
    store.clear();
  }

  @Override
  public boolean isPersistent() {
    return store.isPersistent();
  }

  @Override
  public void open() throws ObjectStoreException {
    store.open();
  }

  @Override
  public void close() throws ObjectStoreException {
    store.close();
  }
}
