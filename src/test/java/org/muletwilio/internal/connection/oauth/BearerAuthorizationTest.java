package org.muletwilio.internal.connection.oauth;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.internal.connection.http.FakeTime;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long an access token is kept. */
class BearerAuthorizationTest {

  private final FakeTime time = new FakeTime();
  private final AtomicInteger asked = new AtomicInteger();
  private final BearerAuthorization authorization = authorization(3_600_000);

  @ParameterizedTest
  @CsvSource({"3600000, 3540000", "100000, 90000", "10, 9", "0, 0"})
  void isRenewedShortlyBeforeItExpires(long lifetime, long kept) {
    BearerAuthorization authorization = authorization(lifetime);
    assertEquals("Bearer t1", authorization.getHeader());
    if (kept > 0) {
      time.pass(kept - 1);
      assertEquals("Bearer t1", authorization.getHeader());
      time.pass(1);
    }
    assertEquals("Bearer t2", authorization.getHeader());
  }

  @Test
  void theFirstRefusalRenewsItForAll() {
    String refused = authorization.getHeader();
    assertTrue(authorization.renew(refused));
    String renewed = authorization.getHeader();
    assertTrue(authorization.renew(refused));
    assertEquals(renewed, authorization.getHeader());
    assertEquals(2, asked.get());
  }

  @Test
  void manyRequestsAskOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    CountDownLatch together = new CountDownLatch(16);
    Set<String> headers = java.util.Collections.synchronizedSet(new HashSet<>());
    IntStream.range(0, 16).forEach(i -> threads.execute(() -> {
      together.countDown();
      try {
        together.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      headers.add(authorization.getHeader());
    }));
    threads.shutdown();
    assertTrue(threads.awaitTermination(10, SECONDS));
    assertEquals(Set.of("Bearer t1"), headers);
  }

  @Test
  void aFailureIsNotKept() {
    BearerAuthorization authorization = new BearerAuthorization(() -> {
      if (asked.incrementAndGet() == 1) {
        throw new IllegalStateException("no token");
      }
      return new AccessToken("t" + asked.get(), 1000);
    }, time);
    assertThrows(IllegalStateException.class, authorization::getHeader);
    assertEquals("Bearer t2", authorization.getHeader());
  }

  private BearerAuthorization authorization(long lifetime) {
    return new BearerAuthorization(() -> new AccessToken("t" + asked.incrementAndGet(), lifetime), time);
  }
}
