package org.muletwilio.testkit.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.store.ObjectAlreadyExistsException;
import org.mule.runtime.api.store.ObjectDoesNotExistException;
import org.mule.runtime.api.store.ObjectStoreNotAvailableException;

import org.muletwilio.testkit.tool.FreePort;
import org.muletwilio.testkit.tool.RequiredTool;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a real Redis. */
class RedisObjectStoreTest {

  private static final String STORE = "a*b:[c]?%";

  private RedisServer server;
  private RedisConnection redis;
  private RedisObjectStore stores;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    RequiredTool.assume(RedisServer.reasonAgainst());
    server = RedisServer.start(folder);
    redis = RedisConnection.to(server.address());
    stores = new RedisObjectStore(redis, "app:1");
  }

  @AfterEach
  void stop() {
    if (server != null) {
      redis.close();
      server.close();
    }
  }

  @Test
  void anEntryIsStoredOnce() throws Exception {
    stores.store("k:1", new ArrayList<>(List.of(1, "two")), STORE);
    assertThrows(ObjectAlreadyExistsException.class, () -> stores.store("k:1", "other", STORE));
    assertTrue(stores.contains("k:1", STORE));
    assertEquals(List.of(1, "two"), stores.retrieve("k:1", STORE));
    assertEquals(List.of(1, "two"), stores.remove("k:1", STORE));
    assertFalse(stores.contains("k:1", STORE));
    assertThrows(ObjectDoesNotExistException.class, () -> stores.retrieve("k:1", STORE));
    assertThrows(ObjectDoesNotExistException.class, () -> stores.remove("k:1", STORE));
  }

  @Test
  void storesAndApplicationsDoNotSeeEachOther() throws Exception {
    RedisObjectStore other = new RedisObjectStore(redis, "app");
    stores.store("k", "mine", STORE);
    stores.store("k", "the second store's", "aXb:[c]?%");
    other.store("k", "another's", STORE);
    assertEquals(List.of("k"), stores.allKeys(STORE));
    assertEquals(Map.of("k", "mine"), stores.retrieveAll(STORE));
    assertEquals(Set.of(STORE, "aXb:[c]?%"), Set.copyOf(stores.allPartitions()));
    stores.clear(STORE);
    assertEquals(Map.of(), stores.retrieveAll(STORE));
    assertEquals("the second store's", stores.retrieve("k", "aXb:[c]?%"));
    assertEquals("another's", other.retrieve("k", STORE));
    assertEquals(List.of(STORE), other.allPartitions());
  }

  @Test
  void allKeysOfManyAreFound() throws Exception {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < 2_500; i++) {
      keys.add(String.format("%04d", i));
      stores.store(keys.get(i), i, STORE);
    }
    List<String> found = new ArrayList<>(stores.allKeys(STORE));
    Collections.sort(found);
    assertEquals(keys, found);
  }

  @Test
  void theEldestExpire() throws Exception {
    for (String key : List.of("1", "2", "3")) {
      stores.store(key, key, STORE);
      long stored = System.currentTimeMillis();
      while (System.currentTimeMillis() == stored) {
        Thread.onSpinWait();
      }
    }
    stores.expire(60_000, 0, STORE);
    assertEquals(Set.of("1", "2", "3"), stores.retrieveAll(STORE).keySet());
    stores.expire(0, 2, STORE);
    assertEquals(Set.of("2", "3"), stores.retrieveAll(STORE).keySet());
    stores.expire(1, 0, STORE);
    assertEquals(0, stores.retrieveAll(STORE).keySet().stream().filter("2"::equals).count());
  }

  @Test
  void aRedisThatIsGoneIsNotAvailable() {
    server.close();
    assertThrows(ObjectStoreNotAvailableException.class, () -> stores.store("k", "v", STORE));
    assertThrows(ObjectStoreNotAvailableException.class, () -> stores.allKeys(STORE));
  }

  @Test
  void aRedisThatIsNotThereIsTold() {
    int port = FreePort.find();
    String told = assertThrows(IllegalArgumentException.class,
                               () -> RedisConnection.to("redis://user:secret@127.0.0.1:" + port + "/0")).getMessage();
    assertTrue(told.startsWith("No Redis can be used at redis://127.0.0.1:" + port + ": "), told);
    assertFalse(told.contains("secret"), told);
  }

  @ParameterizedTest
  @CsvSource({"http://127.0.0.1:6379", "127.0.0.1:6379", "redis:", "redis://", "redis://a b", "''"})
  void whatIsNotAnAddressIsRefused(String address) {
    assertEquals("The address of a Redis is written redis://host:port",
                 assertThrows(IllegalArgumentException.class, () -> RedisConnection.to(address)).getMessage());
  }

  @Test
  void aPasswordThatRedisRefusesIsTold() {
    String told = assertThrows(IllegalArgumentException.class,
                               () -> RedisConnection.to(server.address().replace("//", "//user:secret@"))).getMessage();
    assertTrue(told.startsWith("No Redis can be used at " + server.address() + ": "), told);
    assertFalse(told.contains("secret"), told);
  }
}
