package org.muletwilio.testkit.launcher;

import static org.mule.runtime.api.store.ObjectStoreManager.BASE_PERSISTENT_OBJECT_STORE_KEY;

import org.muletwilio.testkit.launcher.option.LauncherOption;
import org.muletwilio.testkit.launcher.option.LauncherOptions;
import org.muletwilio.testkit.mule.EmbeddedMuleBuilder;
import org.muletwilio.testkit.project.UsageException;
import org.muletwilio.testkit.redis.RedisConnection;
import org.muletwilio.testkit.redis.RedisObjectStore;

import java.util.Optional;

/** Where an application's persistent object stores are: in its folder, or in Redis. */
final class PersistentStores implements AutoCloseable {

  private final Optional<RedisConnection> redis;

  private PersistentStores(Optional<RedisConnection> redis) {
    this.redis = redis;
  }

  /** @throws UsageException if no Redis can be used at the address that the options have */
  static PersistentStores of(LauncherOptions options) {
    try {
      return new PersistentStores(options.redis().map(RedisConnection::to));
    } catch (IllegalArgumentException e) {
      throw new UsageException(LauncherOption.REDIS.option() + ": " + e.getMessage());
    }
  }

  /** @param application the application's name; nodes with the same name share their entries */
  void addTo(EmbeddedMuleBuilder builder, String application) {
    redis.ifPresent(connection -> builder.replacing(BASE_PERSISTENT_OBJECT_STORE_KEY,
                                                    new RedisObjectStore(connection, application)));
  }

  @Override
  public void close() {
    redis.ifPresent(RedisConnection::close);
  }
}
