package org.muletwilio.testkit.store;

import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.api.store.ObjectStoreSettings;
import org.mule.runtime.core.internal.util.store.MuleObjectStoreManager;

import java.io.Serializable;

/**
 * Mule's object stores, with a hook before each call. Takes the place of Mule's own with
 * <code>EmbeddedMuleBuilder.replacing({@link #SERVICE}, new HookedObjectStores(hook))</code>.
 */
public final class HookedObjectStores extends MuleObjectStoreManager {

  /** The name under which Mule's registry has the object store manager. */
  public static final String SERVICE = "_muleObjectStoreManager";

  private final StoreHook hook;

  public HookedObjectStores(StoreHook hook) {
    this.hook = hook;
  }

  @Override
  public <T extends ObjectStore<? extends Serializable>> T getObjectStore(String name) {
    return hooked(super.getObjectStore(name));
  }

  @Override
  public <T extends ObjectStore<? extends Serializable>> T createObjectStore(String name, ObjectStoreSettings settings) {
    return hooked(super.createObjectStore(name, settings));
  }

  @Override
  public <T extends ObjectStore<? extends Serializable>> T getOrCreateObjectStore(String name, ObjectStoreSettings settings) {
    return hooked(super.getOrCreateObjectStore(name, settings));
  }

  @SuppressWarnings("unchecked")
  private <T> T hooked(ObjectStore<? extends Serializable> store) {
    return (T) new HookedObjectStore<>((ObjectStore<Serializable>) store, hook);
  }
}
