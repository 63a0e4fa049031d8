package org.muletwilio.testkit.module.os;

import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;

import org.mule.runtime.api.lock.LockFactory;
import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.api.store.ObjectDoesNotExistException;
import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.api.store.ObjectStoreException;
import org.mule.runtime.api.store.ObjectStoreManager;
import org.mule.runtime.extension.api.annotation.Expression;
import org.mule.runtime.extension.api.annotation.dsl.xml.ParameterDsl;
import org.mule.runtime.extension.api.annotation.error.Throws;
import org.mule.runtime.extension.api.annotation.metadata.OutputResolver;
import org.mule.runtime.extension.api.annotation.param.Content;
import org.mule.runtime.extension.api.annotation.param.MediaType;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.exception.ModuleException;
import org.mule.runtime.extension.api.runtime.operation.Result;

import org.muletwilio.testkit.module.content.AnyOutput;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import javax.inject.Inject;
import javax.inject.Named;

/** What can be done with a store; where none is named, with the application's default one. */
@SuppressWarnings({"rawtypes", "unchecked"})
public class ObjectStoreOperations {

  @Inject
  private LockFactory locks;

  @Inject
  @Named("_muleObjectStoreManager")
  private ObjectStoreManager manager;

  /** An action on a store while nobody else changes it. */
  private interface Action<T> {

    T with(ObjectStore<Serializable> store) throws ObjectStoreException;
  }

  @Throws(ObjectStoreErrors.class)
  public void store(String key, @Content TypedValue<Serializable> value, @Optional(defaultValue = "false") boolean failIfPresent,
                    @Optional(defaultValue = "true") boolean failOnNullValue,
                    @Optional @ParameterDsl(allowInlineDefinition = false) @Expression(NOT_SUPPORTED) ObjectStore objectStore) {
    if (value == null || value.getValue() == null) {
      if (failOnNullValue) {
        throw new ModuleException("The value for the key '" + key + "' is null", ObjectStoreError.NULL_VALUE);
      }
      return;
    }
    locked(objectStore, checked(key), store -> {
      if (store.contains(key)) {
        if (failIfPresent) {
          throw new ModuleException("The key '" + key + "' is in the store already", ObjectStoreError.KEY_ALREADY_EXISTS);
        }
        store.remove(key);
      }
      store.store(key, StoredValue.of(value));
      return null;
    });
  }

  @Throws(ObjectStoreErrors.class)
  @MediaType(value = MediaType.ANY, strict = false)
  @OutputResolver(output = AnyOutput.class)
  public Result<Serializable, Void> retrieve(String key, @Content @Optional TypedValue<Serializable> defaultValue,
                                             @Optional @ParameterDsl(allowInlineDefinition = false)
                                             @Expression(NOT_SUPPORTED) ObjectStore objectStore) {
    return locked(objectStore, checked(key), store -> {
      if (store.contains(key)) {
        return StoredValue.result(store.retrieve(key));
      }
      if (defaultValue == null || defaultValue.getValue() == null) {
        throw new ObjectDoesNotExistException();
      }
      return StoredValue.result(StoredValue.of(defaultValue));
    });
  }

  @Throws(ObjectStoreErrors.class)
  public void remove(String key, @Optional @ParameterDsl(allowInlineDefinition = false)
                     @Expression(NOT_SUPPORTED) ObjectStore objectStore) {
    locked(objectStore, checked(key), store -> store.remove(key));
  }

  @Throws(ObjectStoreErrors.class)
  public boolean contains(String key, @Optional @ParameterDsl(allowInlineDefinition = false)
                          @Expression(NOT_SUPPORTED) ObjectStore objectStore) {
    return locked(objectStore, checked(key), store -> store.contains(key));
  }

  @Throws(ObjectStoreErrors.class)
  public void clear(@Optional @ParameterDsl(allowInlineDefinition = false) @Expression(NOT_SUPPORTED) ObjectStore objectStore) {
    locked(objectStore, "", store -> {
      store.clear();
      return null;
    });
  }

  @Throws(ObjectStoreErrors.class)
  public List<String> retrieveAllKeys(@Optional @ParameterDsl(allowInlineDefinition = false)
                                      @Expression(NOT_SUPPORTED) ObjectStore objectStore) {
    return locked(objectStore, "", ObjectStore::allKeys);
  }

  @Throws(ObjectStoreErrors.class)
  @OutputResolver(output = AnyOutput.class)
  public Map<String, Object> retrieveAll(@Optional @ParameterDsl(allowInlineDefinition = false)
                                         @Expression(NOT_SUPPORTED) ObjectStore objectStore) {
    return locked(objectStore, "", store -> {
      Map<String, Object> all = new LinkedHashMap<>();
      store.retrieveAll().forEach((key, value) -> all.put(key, StoredValue.result(value).getOutput()));
      return all;
    });
  }

  private static String checked(String key) {
    if (key == null || key.isBlank()) {
      throw new ModuleException("The key is null or blank", ObjectStoreError.INVALID_KEY);
    }
    return key;
  }

  private <T> T locked(ObjectStore<Serializable> named, String key, Action<T> action) {
    ObjectStore<Serializable> store = named == null ? manager.getDefaultPartition() : named;
    Lock lock = locks.createLock("os-" + System.identityHashCode(store) + "-" + key);
    lock.lock();
    try {
      return action.with(store);
    } catch (ObjectDoesNotExistException e) {
      throw new ModuleException("The store has no value for the key '" + key + "'", ObjectStoreError.KEY_NOT_FOUND, e);
    } catch (ObjectStoreException e) {
      throw new ModuleException("The store isn't available: " + e.getMessage(), ObjectStoreError.STORE_NOT_AVAILABLE, e);
    } finally {
      lock.unlock();
    }
  }
}
