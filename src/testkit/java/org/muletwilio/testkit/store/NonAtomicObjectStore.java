package org.muletwilio.testkit.store;

import org.mule.runtime.api.store.ObjectAlreadyExistsException;
import org.mule.runtime.api.store.ObjectStoreException;

import java.util.Map;

/**
 * An object store that several nodes share, and whose <code>store</code> reads and then writes, as in some services: of two
 * nodes that store the same at once, both succeed.
 */
public final class NonAtomicObjectStore extends MapObjectStore {

  private final Map<String, String> entries;
  private final StoreHook between;

  /**
   * @param entries shared by all nodes; thread-safe
   * @param between runs between the read and the write, such as other nodes' writes
   */
  public NonAtomicObjectStore(Map<String, String> entries, StoreHook between) {
    super(entries);
    this.entries = entries;
    this.between = between;
  }

  @Override
  public void store(String key, String value) throws ObjectStoreException {
    if (contains(key)) {
      throw new ObjectAlreadyExistsException();
    }
    between.before("write", key);
    entries.put(key, value);
  }
}
