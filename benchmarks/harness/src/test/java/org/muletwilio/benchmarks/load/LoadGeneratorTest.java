package org.muletwilio.benchmarks.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is counted, and that a stall can't hide. */
@Timeout(60)
class LoadGeneratorTest {

  private static final Requests REQUESTS =
      target -> target.put("POST / HTTP/1.1\r\nContent-Length: 0\r\n\r\n".getBytes(ISO_8859_1));
  private static final String ACCEPTED = "HTTP/1.1 204 No Content\r\n\r\n";

  @Test
  void atAFixedRateAStallCountsForAllThatWereDueMeanwhile() throws Exception {
    Duration stall = Duration.ofMillis(500);
    try (LocalServer server = new LocalServer(number -> number == 50 ? stall : Duration.ZERO, number -> ACCEPTED);
        LoadGenerator load = new LoadGenerator(server.port(), 1, REQUESTS)) {
      LoadResult result = load.pace(200, Duration.ofSeconds(1));
      assertEquals(200, result.accepted());
      assertEquals(200, result.latencies().getTotalCount());
      // one answer of 200 was late, and 100 requests were due while it was awaited
      assertTrue(result.percentile(99) > 400_000, result.percentile(99) + " µs");
      assertTrue(result.percentile(75) > 100_000, result.percentile(75) + " µs");
    }
  }

  @Test
  void whatWasNeverAnsweredHasFailed() throws Exception {
    try (LocalServer server = new LocalServer(number -> number == 5 ? Duration.ofSeconds(20) : Duration.ZERO, number -> ACCEPTED);
        LoadGenerator load = new LoadGenerator(server.port(), 1, REQUESTS)) {
      LoadResult result = load.pace(50, Duration.ofMillis(200));
      assertEquals(5, result.accepted());
      assertTrue(result.failed() > 0);
      assertTrue(result.percentile(99) > 4_000_000, result.percentile(99) + " µs");
    }
  }

  @Test
  void refusalsAndCutsAreFailures() throws Exception {
    try (LocalServer server = new LocalServer(number -> Duration.ZERO, number -> number % 4 == 0
        ? "HTTP/1.1 403 Forbidden\r\n\r\n"
        : number % 4 == 1 ? "" : number % 4 == 2 ? "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok" : ACCEPTED);
        LoadGenerator load = new LoadGenerator(server.port(), 1, REQUESTS)) {
      LoadResult result = load.send(40);
      assertEquals(20, result.accepted());
      assertEquals(20, result.failed());
    }
  }

  @Test
  void theRateIsThatOfAcceptedRequests() throws Exception {
    try (LocalServer server = new LocalServer(number -> Duration.ZERO, number -> number % 2 == 0 ? "HTTP/1.1 500 No\r\n\r\n"
        : ACCEPTED);
        LoadGenerator load = new LoadGenerator(server.port(), 4, REQUESTS)) {
      LoadResult result = load.flood(Duration.ofMillis(300));
      assertTrue(result.accepted() > 0 && result.failed() > 0);
      assertEquals(result.accepted() * 1e9 / result.nanos(), result.perSecond());
    }
  }
}
