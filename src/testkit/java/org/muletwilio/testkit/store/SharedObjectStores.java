package org.muletwilio.testkit.store;

import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.api.store.ObjectStoreSettings;
import org.mule.runtime.core.internal.util.store.MuleObjectStoreManager;

import java.io.Serializable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Object stores that several applications share, as the nodes of a cluster do. Each application gets one of its own, over the
 * same entries, in place of Mule's: <code>EmbeddedMuleBuilder.replacing({@link HookedObjectStores#SERVICE}, …)</code>.
 */
public final class SharedObjectStores extends MuleObjectStoreManager {

  private final Map<String, Map<String, String>> stores;

  /** @param stores the entries of each store, by its name; it outlives the applications */
  public SharedObjectStores(Map<String, Map<String, String>> stores) {
    this.stores = stores;
  }

  @Override
  public <T extends ObjectStore<? extends Serializable>> T getObjectStore(String name) {
    return shared(name);
  }

  @Override
  public <T extends ObjectStore<? extends Serializable>> T createObjectStore(String name, ObjectStoreSettings settings) {
    return shared(name);
  }

  @Override
  public <T extends ObjectStore<? extends Serializable>> T getOrCreateObjectStore(String name, ObjectStoreSettings settings) {
    return shared(name);
  }

  @SuppressWarnings("unchecked")
  private <T> T shared(String name) {
    return (T) new MapObjectStore(stores.computeIfAbsent(name, key -> new ConcurrentHashMap<>()));
  }
}
