package org.muletwilio.testkit.redis;

import static java.util.Comparator.comparingLong;

import org.mule.runtime.api.store.ObjectAlreadyExistsException;
import org.mule.runtime.api.store.ObjectDoesNotExistException;
import org.mule.runtime.api.store.ObjectStoreException;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.SetParams;

/**
 * The persistent object stores of an application, in a Redis that other nodes of it use, too. Thread-safe.
 *
 * <p>It takes the place of Mule's own by <code>EmbeddedMuleBuilder.replacing({@link
 * org.mule.runtime.api.store.ObjectStoreManager#BASE_PERSISTENT_OBJECT_STORE_KEY}, store)</code>, as the stores of a cluster do.
 */
public final class RedisObjectStore extends PartitionedObjectStore {

  private final RedisConnection redis;
  private final String application;
  private final Predicate<String> atomic;

  /**
   * @param redis is not closed here
   * @param application the application's name; nodes with the same name share their entries
   */
  public RedisObjectStore(RedisConnection redis, String application) {
    this(redis, application, store -> true);
  }

  /**
   * @param redis is not closed here
   * @param application the application's name; nodes with the same name share their entries
   * @param atomic the stores in which only one of two nodes can store a key
   */
  public RedisObjectStore(RedisConnection redis, String application, Predicate<String> atomic) {
    this.redis = redis;
    this.application = application;
    this.atomic = atomic;
  }

  @Override
  public boolean contains(String key, String partition) throws ObjectStoreException {
    return redis.ask(each -> each.exists(keys(partition).of(key)));
  }

  @Override
  public void store(String key, Serializable value, String partition) throws ObjectStoreException {
    byte[] redisKey = keys(partition).of(key);
    byte[] entry = RedisEntry.now(value).toBytes();
    if (!redis.ask(each -> atomic.test(partition) ? isSet(each, redisKey, entry) : isWritten(each, redisKey, entry))) {
      throw new ObjectAlreadyExistsException();
    }
  }

  @Override
  public Serializable retrieve(String key, String partition) throws ObjectStoreException {
    return present(redis.ask(each -> each.get(keys(partition).of(key))));
  }

  @Override
  public Serializable remove(String key, String partition) throws ObjectStoreException {
    return present(redis.ask(each -> each.getDel(keys(partition).of(key))));
  }

  @Override
  public List<String> allKeys(String partition) throws ObjectStoreException {
    return redis.ask(keys(partition)::in);
  }

  @Override
  public Map<String, Serializable> retrieveAll(String partition) throws ObjectStoreException {
    Map<String, Serializable> all = new HashMap<>();
    entries(partition).forEach((key, entry) -> all.put(key, entry.value()));
    return all;
  }

  @Override
  public void expire(long ttlMillis, int maxEntries, String partition) throws ObjectStoreException {
    List<Map.Entry<String, RedisEntry>> eldestFirst = new ArrayList<>(entries(partition).entrySet());
    eldestFirst.sort(comparingLong(each -> each.getValue().sinceMillis()));
    long earliest = ttlMillis > 0 ? System.currentTimeMillis() - ttlMillis : Long.MIN_VALUE;
    int tooMany = maxEntries > 0 ? eldestFirst.size() - maxEntries : 0;
    for (int i = 0; i < eldestFirst.size() && (i < tooMany || eldestFirst.get(i).getValue().sinceMillis() < earliest); i++) {
      String key = eldestFirst.get(i).getKey();
      redis.ask(each -> each.del(keys(partition).of(key)));
    }
  }

  @Override
  public void clear(String partition) throws ObjectStoreException {
    for (String key : allKeys(partition)) {
      redis.ask(each -> each.del(keys(partition).of(key)));
    }
  }

  @Override
  public void disposePartition(String partition) throws ObjectStoreException {
    clear(partition);
  }

  @Override
  public List<String> allPartitions() throws ObjectStoreException {
    return redis.ask(each -> RedisKeys.partitions(each, application));
  }

  @Override
  public boolean isPersistent() {
    return true;
  }

  @Override
  public void open(String partition) {
    // there is nothing to open
  }

  @Override
  public void close(String partition) {
    // others may use it
  }

  private Map<String, RedisEntry> entries(String partition) throws ObjectStoreException {
    Map<String, RedisEntry> entries = new HashMap<>();
    for (String key : allKeys(partition)) {
      Optional<byte[]> entry = Optional.ofNullable(redis.ask(each -> each.get(keys(partition).of(key))));
      entry.ifPresent(bytes -> entries.put(key, RedisEntry.of(bytes)));
    }
    return entries;
  }

  private RedisKeys keys(String partition) {
    return new RedisKeys(application, partition);
  }

  private static boolean isSet(UnifiedJedis redis, byte[] key, byte[] entry) {
    return redis.set(key, entry, SetParams.setParams().nx()) != null;
  }

  /** Reads and then writes; others may write in between. */
  private static boolean isWritten(UnifiedJedis redis, byte[] key, byte[] entry) {
    if (redis.exists(key)) {
      return false;
    }
    Thread.yield();
    redis.set(key, entry);
    return true;
  }

  private static Serializable present(byte[] entry) throws ObjectStoreException {
    if (entry == null) {
      throw new ObjectDoesNotExistException();
    }
    return RedisEntry.of(entry).value();
  }
}
