package org.muletwilio.testkit.redis;

import org.mule.runtime.api.store.ObjectStoreException;
import org.mule.runtime.api.store.PartitionableExpirableObjectStore;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** Maps the methods without a partition to the default partition. */
abstract class PartitionedObjectStore implements PartitionableExpirableObjectStore<Serializable> {

  @Override
  public boolean contains(String key) throws ObjectStoreException {
    return contains(key, DEFAULT_PARTITION_NAME);
  }

  @Override
  public void store(String key, Serializable value) throws ObjectStoreException {
    store(key, value, DEFAULT_PARTITION_NAME);
  }

  @Override
  public Serializable retrieve(String key) throws ObjectStoreException {
    return retrieve(key, DEFAULT_PARTITION_NAME);
  }

  @Override
  public Serializable remove(String key) throws ObjectStoreException {
    return remove(key, DEFAULT_PARTITION_NAME);
  }

  @Override
  public List<String> allKeys() throws ObjectStoreException {
    return allKeys(DEFAULT_PARTITION_NAME);
  }

  @Override
  public Map<String, Serializable> retrieveAll() throws ObjectStoreException {
    return retrieveAll(DEFAULT_PARTITION_NAME);
  }

  @Override
  public void expire(long ttlMillis, int maxEntries) throws ObjectStoreException {
    expire(ttlMillis, maxEntries, DEFAULT_PARTITION_NAME);
  }

  @Override
  public void clear() throws ObjectStoreException {
    clear(DEFAULT_PARTITION_NAME);
  }

  @Override
  public void open() throws ObjectStoreException {
    open(DEFAULT_PARTITION_NAME);
  }

  @Override
  public void close() throws ObjectStoreException {
    close(DEFAULT_PARTITION_NAME);
  }
}
