package org.muletwilio.testkit.os;

import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;

import org.mule.runtime.api.lifecycle.Startable;
import org.mule.runtime.api.lifecycle.Stoppable;
import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.api.store.ObjectStoreException;
import org.mule.runtime.api.store.ObjectStoreManager;
import org.mule.runtime.api.store.ObjectStoreSettings;
import org.mule.runtime.extension.api.annotation.Alias;
import org.mule.runtime.extension.api.annotation.Expression;
import org.mule.runtime.extension.api.annotation.dsl.xml.TypeDsl;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.RefName;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;

/**
 * An object store as an element of the application. As MuleSoft's, it makes its store when it starts, refuses one that is there
 * already, and can't be used before.
 */
@Alias("objectStore")
@TypeDsl(allowTopLevelDefinition = true, allowInlineDefinition = false,
    substitutionGroup = "mule:global-abstract-object-store", baseType = "mule:abstractObjectStoreType")
public class OsObjectStore implements ObjectStore<Serializable>, Startable, Stoppable {

  @RefName
  private String name;

  /** Whether it keeps entries over restarts. */
  @Parameter
  @Optional(defaultValue = "true")
  @Expression(NOT_SUPPORTED)
  private boolean persistent;

  /** The port of a Redis on this machine that keeps the entries. Default: a store of Mule's keeps them. */
  @Parameter
  @Optional
  @Expression(NOT_SUPPORTED)
  private Integer redisPort;

  /** Whether nobody can come between the look and the write of a store in Redis. */
  @Parameter
  @Optional(defaultValue = "true")
  @Expression(NOT_SUPPORTED)
  private boolean atomic;

  @Inject
  private ObjectStoreManager manager;

  private ObjectStore<Serializable> store;

  public Integer getRedisPort() {
    return redisPort;
  }

  public boolean isAtomic() {
    return atomic;
  }

  @Override
  public synchronized void start() {
    if (store == null) {
      store = redisPort == null
          ? manager.createObjectStore(name, ObjectStoreSettings.builder().persistent(persistent).build())
          : new RedisObjectStore(redisPort, name, atomic, persistent);
    }
  }

  @Override
  public synchronized void stop() {
    if (store instanceof RedisObjectStore) {
      ((RedisObjectStore) store).close();
    }
    store = null;
  }

  @Override
  public boolean contains(String key) throws ObjectStoreException {
    return started().contains(key);
  }

  @Override
  public void store(String key, Serializable value) throws ObjectStoreException {
    started().store(key, value);
  }

  @Override
  public Serializable retrieve(String key) throws ObjectStoreException {
    return started().retrieve(key);
  }

  @Override
  public Serializable remove(String key) throws ObjectStoreException {
    return started().remove(key);
  }

  @Override
  public boolean isPersistent() {
    return persistent;
  }

  @Override
  public void clear() throws ObjectStoreException {
    started().clear();
  }

  @Override
  public void open() throws ObjectStoreException {
    started().open();
  }

  @Override
  public void close() throws ObjectStoreException {
    started().close();
  }

  @Override
  public List<String> allKeys() throws ObjectStoreException {
    return started().allKeys();
  }

  @Override
  public Map<String, Serializable> retrieveAll() throws ObjectStoreException {
    return started().retrieveAll();
  }

  private synchronized ObjectStore<Serializable> started() {
    if (store == null) {
      throw new IllegalStateException("Object store '" + name + "' has not started");
    }
    return store;
  }
}
