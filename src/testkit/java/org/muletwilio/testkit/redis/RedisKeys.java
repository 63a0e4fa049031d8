package org.muletwilio.testkit.redis;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/** The keys of an object store in Redis, {@code mule:APPLICATION:STORE:KEY}, of which application and store are escaped. */
final class RedisKeys {

  private static final String PREFIX = "mule:";
  private static final int LOOK_AT = 1_000;

  private final String prefix;

  RedisKeys(String application, String store) {
    prefix = prefix(application) + encode(store, UTF_8) + ":";
  }

  byte[] of(String key) {
    return (prefix + key).getBytes(UTF_8);
  }

  List<String> in(UnifiedJedis redis) {
    return beginningWith(redis, prefix).stream().map(key -> key.substring(prefix.length())).toList();
  }

  /** @return the stores that an application has entries in */
  static List<String> partitions(UnifiedJedis redis, String application) {
    String prefix = prefix(application);
    return beginningWith(redis, prefix).stream().map(key -> key.substring(prefix.length()))
        .map(key -> URLDecoder.decode(key.substring(0, key.indexOf(':')), UTF_8)).distinct().sorted().toList();
  }

  private static String prefix(String application) {
    return PREFIX + encode(application, UTF_8) + ":";
  }

  /** The prefix holds an asterisk where a name does: the only sign of a pattern that is not escaped. */
  private static List<String> beginningWith(UnifiedJedis redis, String prefix) {
    ScanParams scan = new ScanParams().match(prefix.replace("*", "\\*") + "*").count(LOOK_AT);
    // a key may be told twice
    Set<String> keys = new TreeSet<>();
    String cursor = ScanParams.SCAN_POINTER_START;
    do {
      ScanResult<String> part = redis.scan(cursor, scan);
      keys.addAll(part.getResult());
      cursor = part.getCursor();
    } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
    return new ArrayList<>(keys);
  }
}
