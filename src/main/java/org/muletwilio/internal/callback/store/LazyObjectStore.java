package org.muletwilio.internal.callback.store;

import org.mule.runtime.api.exception.MuleException;
import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.api.store.ObjectStoreException;

import org.muletwilio.internal.callback.lifecycle.LazyResource;
import org.muletwilio.internal.callback.lifecycle.ResourceOpener;

import java.util.List;
import java.util.Map;

/** An object store that is made ready at the first call, and at the next one where that fails. */
final class LazyObjectStore implements ObjectStore<String> {

  private final LazyResource<ObjectStore<String>> store;

  /**
   * @param name what to call it in messages
   * @param opener makes it ready, and may take its time
   */
  LazyObjectStore(String name, ResourceOpener<ObjectStore<String>> opener) {
    store = new LazyResource<>(name, opener, found -> { });
  }

  @Override
  public boolean contains(String key) throws ObjectStoreException {
    return opened().contains(key);
  }

  @Override
  public void store(String key, String value) throws ObjectStoreException {
    opened().store(key, value);
  }

  @Override
  public String retrieve(String key) throws ObjectStoreException {
    return opened().retrieve(key);
  }

  @Override
  public String remove(String key) throws ObjectStoreException {
    return opened().remove(key);
  }

  @Override
  public List<String> allKeys() throws ObjectStoreException {
    return opened().allKeys();
  }

  @Override
  public Map<String, String> retrieveAll() throws ObjectStoreException {
    return opened().retrieveAll();
  }

  @Override
  public void clear() throws ObjectStoreException {
    opened().clear();
  }

  @Override
  public boolean isPersistent() {
    return true;
  }

  @Override
  public void open() throws ObjectStoreException {
    opened().open();
  }

  @Override
  public void close() throws ObjectStoreException {
    opened().close();
  }

  private ObjectStore<String> opened() throws ObjectStoreException {
    try {
      return store.get();
    } catch (ObjectStoreException e) {
      throw e;
    } catch (MuleException e) {
      throw new ObjectStoreException(e);
    }
  }
}
