package org.muletwilio.testkit.os;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.mule.runtime.api.store.ObjectAlreadyExistsException;
import org.mule.runtime.api.store.ObjectDoesNotExistException;
import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.api.store.ObjectStoreException;
import org.mule.runtime.api.store.ObjectStoreNotAvailableException;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.apache.commons.lang3.SerializationUtils;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.JedisPoolConfig;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/** An object store in Redis. Thread-safe. */
final class RedisObjectStore implements ObjectStore<Serializable> {

  private static final int CONNECTIONS = 40;
  private static final int TIMEOUT_MILLIS = 5_000;

  private final String prefix;
  private final boolean atomic;
  private final boolean persistent;
  private final JedisPool pool;

  /**
   * @param port of a Redis on this machine
   * @param name tells its entries from those of other stores
   * @param atomic whether nobody can come between the look and the write of a store
   */
  RedisObjectStore(int port, String name, boolean atomic, boolean persistent) {
    this.prefix = name + ":";
    this.atomic = atomic;
    this.persistent = persistent;
    JedisPoolConfig config = new JedisPoolConfig();
    config.setMaxTotal(CONNECTIONS);
    config.setJmxEnabled(false);
    this.pool = new JedisPool(config, "127.0.0.1", port, TIMEOUT_MILLIS);
  }

  @Override
  public boolean contains(String key) throws ObjectStoreException {
    return ask(redis -> redis.exists(bytes(key)));
  }

  @Override
  public void store(String key, Serializable value) throws ObjectStoreException {
    if (!ask(redis -> atomic ? isSet(redis, key, value) : isWritten(redis, key, value))) {
      throw new ObjectAlreadyExistsException();
    }
  }

  @Override
  public Serializable retrieve(String key) throws ObjectStoreException {
    return present(ask(redis -> redis.get(bytes(key))));
  }

  @Override
  public Serializable remove(String key) throws ObjectStoreException {
    return present(ask(redis -> redis.getDel(bytes(key))));
  }

  @Override
  public List<String> allKeys() throws ObjectStoreException {
    return ask(redis -> {
      List<String> keys = new ArrayList<>();
      redis.keys(prefix + "*").forEach(key -> keys.add(key.substring(prefix.length())));
      return keys;
    });
  }

  @Override
  public Map<String, Serializable> retrieveAll() throws ObjectStoreException {
    Map<String, Serializable> all = new HashMap<>();
    for (String key : allKeys()) {
      all.put(key, retrieve(key));
    }
    return all;
  }

  @Override
  public void clear() throws ObjectStoreException {
    for (String key : allKeys()) {
      remove(key);
    }
  }

  @Override
  public boolean isPersistent() {
    return persistent;
  }

  @Override
  public void open() {
    // connects when it is asked
  }

  @Override
  public void close() {
    pool.close();
  }

  private boolean isSet(Jedis redis, String key, Serializable value) {
    return redis.set(bytes(key), SerializationUtils.serialize(value), SetParams.setParams().nx()) != null;
  }

  /** A look and a write, between which others write. */
  private boolean isWritten(Jedis redis, String key, Serializable value) {
    if (redis.exists(bytes(key))) {
      return false;
    }
    Thread.yield();
    redis.set(bytes(key), SerializationUtils.serialize(value));
    return true;
  }

  private byte[] bytes(String key) {
    return (prefix + key).getBytes(UTF_8);
  }

  private <T> T ask(Function<Jedis, T> question) throws ObjectStoreException {
    try (Jedis redis = pool.getResource()) {
      return question.apply(redis);
    } catch (JedisException e) {
      throw new ObjectStoreNotAvailableException(e);
    }
  }

  private static Serializable present(byte[] value) throws ObjectStoreException {
    if (value == null) {
      throw new ObjectDoesNotExistException();
    }
    return SerializationUtils.deserialize(value);
  }
}
