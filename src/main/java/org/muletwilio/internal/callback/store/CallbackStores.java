package org.muletwilio.internal.callback.store;

import static org.mule.runtime.api.i18n.I18nMessageFactory.createStaticMessage;

import org.mule.runtime.api.artifact.Registry;
import org.mule.runtime.api.exception.DefaultMuleException;
import org.mule.runtime.api.exception.MuleException;
import org.mule.runtime.api.lifecycle.Startable;
import org.mule.runtime.api.lock.LockFactory;
import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.api.store.ObjectStoreManager;
import org.mule.runtime.api.store.ObjectStoreSettings;

import org.muletwilio.internal.callback.codec.PathSegmentCodec;

import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;

/**
 * Knows which object store keeps what of a config. One for each application, made by registry-bootstrap.properties.
 *
 * <p>The name of an element, such as <code>os:object-store</code>, stands for its store, whatever that is made of. An element
 * starts at its own time, perhaps after the config: it is asked for when it is needed. Every other name stands for a persistent
 * store of Mule's object store manager, which keeps entries until they are removed.
 */
public class CallbackStores {

  private static final String DEFAULT_NAME = "twilio-callbacks";
  private static final String STORES = "_muleObjectStoreManager";
  private static final String LOCKS = "_muleLockFactory";
  private static final ObjectStoreSettings PERSISTENT = ObjectStoreSettings.builder().persistent(true).build();

  /** In a cluster the registry has a local one, too: only its name tells which one is for all nodes. */
  @Inject @jakarta.inject.Inject
  @Named(STORES) @jakarta.inject.Named(STORES)
  private ObjectStoreManager manager;

  /** As for the manager, the name stands for that of all nodes. */
  @Inject @jakarta.inject.Inject
  @Named(LOCKS) @jakarta.inject.Named(LOCKS)
  private LockFactory locks;

  @Inject @jakarta.inject.Inject
  private Registry registry;

  /**
   * @param config the config's name
   * @param name the name that it gives
   * @return keeps which flows have run; others may keep something in it
   * @throws MuleException if no object store can be had by that name, saying why
   */
  public ObjectStore<String> ofClaims(String config, String name) throws MuleException {
    Optional<ObjectStore<String>> element = element(config, name);
    return element.isPresent() ? element.get() : manager.getOrCreateObjectStore(name, PERSISTENT);
  }

  /**
   * @param config the config's name
   * @param name the name that it gives, if it gives one
   * @return keeps what the config awaits, and nothing else that can be seen in it
   * @throws MuleException if no object store can be had by that name, saying why
   */
  public ObjectStore<String> ofPending(String config, Optional<String> name) throws MuleException {
    Optional<ObjectStore<String>> element = name.isPresent() ? element(config, name.get()) : Optional.empty();
    String part = PathSegmentCodec.encode(config);
    return element.isPresent() ? new PrefixedObjectStore(element.get(), "twilio/pending/" + part + "/")
        : manager.getOrCreateObjectStore(name.orElse(DEFAULT_NAME) + "-pending-" + part, PERSISTENT);
  }

  /** @return makes locks that hold for all nodes of a cluster */
  public LockFactory getLocks() {
    return locks;
  }

  /** Looks for the element, and starts it when it is needed. */
  private Optional<ObjectStore<String>> element(String config, String name) throws MuleException {
    Optional<Object> element = registry.lookupByName(name);
    if (element.isPresent() && !(element.get() instanceof ObjectStore)) {
      throw new DefaultMuleException(createStaticMessage("http-callback-config of config '" + config
          + "': objectStore is '" + name + "', which is a " + element.get().getClass().getSimpleName()
          + ", not an object store. Name an object store, or "
          + "nothing that the application has: then a store of that name is made"));
    }
    return element.map(found -> new LazyObjectStore("object store '" + name + "'", () -> started(found)));
  }

  /** An element that has started does nothing more. */
  @SuppressWarnings("unchecked")
  private static ObjectStore<String> started(Object element) throws MuleException {
    if (element instanceof Startable) {
      ((Startable) element).start();
    }
    return (ObjectStore<String>) element;
  }
}
