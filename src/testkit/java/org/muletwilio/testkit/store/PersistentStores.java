package org.muletwilio.testkit.store;

import static org.mule.runtime.api.store.ObjectStoreManager.BASE_PERSISTENT_OBJECT_STORE_KEY;

import org.mule.runtime.api.store.ObjectStoreException;

import org.muletwilio.testkit.mule.EmbeddedMuleBuilder;
import org.muletwilio.testkit.redis.RedisConnection;
import org.muletwilio.testkit.redis.RedisObjectStore;

import java.util.Optional;

/** Where applications' persistent object stores are: in a folder of each, or in Redis. */
public final class PersistentStores implements AutoCloseable {

  private final Optional<RedisConnection> redis;

  private PersistentStores(Optional<RedisConnection> redis) {
    this.redis = redis;
  }

  public static PersistentStores inFolders() {
    return new PersistentStores(Optional.empty());
  }

  /**
   * @param redis the address of a Redis; without one they are in folders
   * @throws IllegalArgumentException if that is not an address, or no Redis answers there. The message has no password
   */
  public static PersistentStores of(Optional<String> redis) {
    return new PersistentStores(redis.map(RedisConnection::to));
  }

  /** @param application the application's name; nodes with the same name share their entries */
  public void addTo(EmbeddedMuleBuilder builder, String application) {
    redis.ifPresent(connection -> builder.replacing(BASE_PERSISTENT_OBJECT_STORE_KEY,
                                                    new RedisObjectStore(connection, application)));
  }

  /**
   * Deletes what an application has left in Redis.
   *
   * @throws IllegalStateException if Redis doesn't do it
   */
  public void clear(String application) {
    if (redis.isEmpty()) {
      return;
    }
    RedisObjectStore stores = new RedisObjectStore(redis.get(), application);
    try {
      for (String store : stores.allPartitions()) {
        stores.clear(store);
      }
    } catch (ObjectStoreException e) {
      throw new IllegalStateException("The object stores of " + application + " can't be deleted: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    redis.ifPresent(RedisConnection::close);
  }
}
