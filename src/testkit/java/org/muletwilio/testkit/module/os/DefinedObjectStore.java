package org.muletwilio.testkit.module.os;

import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;

import org.mule.runtime.api.lifecycle.Startable;
import org.mule.runtime.api.lifecycle.Stoppable;
import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.api.store.ObjectStoreException;
import org.mule.runtime.api.store.ObjectStoreManager;
import org.mule.runtime.api.store.ObjectStoreSettings;
import org.mule.runtime.extension.api.annotation.Expression;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import javax.inject.Named;

/** A store as XML defines it: a store of Mule's manager. As MuleSoft's, it can't be used before it has started. */
public abstract class DefinedObjectStore implements ObjectStore<Serializable>, Startable, Stoppable {

  @Parameter
  @Optional(defaultValue = "true")
  @Expression(NOT_SUPPORTED)
  private boolean persistent;

  @Parameter
  @Optional
  @Expression(NOT_SUPPORTED)
  private Integer maxEntries;

  @Parameter
  @Optional
  @Expression(NOT_SUPPORTED)
  private Long entryTtl;

  @Parameter
  @Optional(defaultValue = "SECONDS")
  @Expression(NOT_SUPPORTED)
  private TimeUnit entryTtlUnit;

  @Parameter
  @Optional(defaultValue = "1")
  @Expression(NOT_SUPPORTED)
  private long expirationInterval;

  @Parameter
  @Optional(defaultValue = "MINUTES")
  @Expression(NOT_SUPPORTED)
  private TimeUnit expirationIntervalUnit;

  @Inject
  @Named("_muleObjectStoreManager")
  private ObjectStoreManager manager;

  private volatile ObjectStore<Serializable> store;

  abstract String storeName();

  abstract ObjectStore<Serializable> made(ObjectStoreManager stores, ObjectStoreSettings settings);

  /** Others may need it before Mule starts it. */
  @Override
  public synchronized void start() {
    if (store == null) {
      ObjectStoreSettings.Builder settings = ObjectStoreSettings.builder().persistent(persistent).maxEntries(maxEntries)
          .expirationInterval(expirationIntervalUnit.toMillis(expirationInterval));
      if (entryTtl != null) {
        settings.entryTtl(entryTtlUnit.toMillis(entryTtl));
      }
      store = made(manager, settings.build());
    }
  }

  /** The store stays with the manager, which closes it. */
  @Override
  public void stop() {
    // and can be started again
  }

  private ObjectStore<Serializable> store() {
    if (store == null) {
      throw new IllegalStateException("Object store '" + storeName() + "' has not started");
    }
    return store;
  }

  public Integer getMaxEntries() {
    return maxEntries;
  }

  public Long getEntryTtl() {
    return entryTtl;
  }

  public TimeUnit getEntryTtlUnit() {
    return entryTtlUnit;
  }

  public long getExpirationInterval() {
    return expirationInterval;
  }

  public TimeUnit getExpirationIntervalUnit() {
    return expirationIntervalUnit;
  }

  @Override
  public boolean contains(String key) throws ObjectStoreException {
    return store().contains(key);
  }

  @Override
  public void store(String key, Serializable value) throws ObjectStoreException {
    store().store(key, value);
  }

  @Override
  public Serializable retrieve(String key) throws ObjectStoreException {
    return store().retrieve(key);
  }

  @Override
  public Serializable remove(String key) throws ObjectStoreException {
    return store().remove(key);
  }

  @Override
  public boolean isPersistent() {
    return persistent;
  }

  @Override
  public void clear() throws ObjectStoreException {
    store().clear();
  }

  @Override
  public void open() throws ObjectStoreException {
    store().open();
  }

  @Override
  public void close() throws ObjectStoreException {
    store().close();
  }

  @Override
  public List<String> allKeys() throws ObjectStoreException {
    return store().allKeys();
  }

  @Override
  public Map<String, Serializable> retrieveAll() throws ObjectStoreException {
    return store().retrieveAll();
  }
}
