package org.muletwilio.testkit.redis;

import org.mule.runtime.api.store.ObjectStoreException;
import org.mule.runtime.api.store.ObjectStoreNotAvailableException;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.apache.commons.lang3.exception.ExceptionUtils;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** Connections to a Redis. Thread-safe. */
public final class RedisConnection implements AutoCloseable {

  private static final Set<String> SCHEMES = Set.of("redis", "rediss");
  private static final int CONNECTIONS = 40;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final JedisPooled redis;

  private RedisConnection(JedisPooled redis) {
    this.redis = redis;
  }

  /**
   * @param address such as {@code redis://user:password@host:6379/0}; {@code rediss} for TLS
   * @throws IllegalArgumentException if that is not an address, or no Redis answers there. The message has no password
   */
  public static RedisConnection to(String address) {
    URI uri = parse(address);
    ConnectionPoolConfig pool = new ConnectionPoolConfig();
    pool.setMaxTotal(CONNECTIONS);
    pool.setMaxWait(LONGEST_WAIT);
    pool.setJmxEnabled(false);
    JedisPooled redis = new JedisPooled(pool, uri, Math.toIntExact(LONGEST_WAIT.toMillis()));
    try {
      redis.ping();
      return new RedisConnection(redis);
    } catch (JedisException e) {
      redis.close();
      throw new IllegalArgumentException("No Redis can be used at " + uri.getScheme() + "://" + uri.getHost() + ":" + port(uri)
          + ": " + reason(e), e);
    }
  }

  private static String reason(JedisException failure) {
    List<Throwable> causes = ExceptionUtils.getThrowableList(failure);
    return causes.get(causes.size() - 1).getMessage();
  }

  private static URI parse(String address) {
    try {
      URI uri = URI.create(address);
      if (uri.getScheme() != null && SCHEMES.contains(uri.getScheme()) && uri.getHost() != null) {
        return port(uri) == uri.getPort() ? uri : withPort(uri);
      }
    } catch (IllegalArgumentException e) {
      // said below, without what may be a password
    }
    throw new IllegalArgumentException("The address of a Redis is written redis://host:port");
  }

  private static int port(URI uri) {
    return uri.getPort() < 0 ? 6379 : uri.getPort();
  }

  private static URI withPort(URI uri) {
    String user = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo() + "@";
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    return URI.create(uri.getScheme() + "://" + user + uri.getHost() + ":" + port(uri) + path);
  }

  <T> T ask(Function<UnifiedJedis, T> question) throws ObjectStoreException {
    try {
      return question.apply(redis);
    } catch (JedisException e) {
      throw new ObjectStoreNotAvailableException(e);
    }
  }

  @Override
  public void close() {
    redis.close();
  }
}
