package org.muletwilio.internal.callback;

import static java.util.Collections.emptyMap;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.internal.callback.ReceiverFixture.SECRET;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.api.parameter.DuplicateHandling;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.trust.RouteSecret;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which statuses an endpoint awaits and knows as repeats, and what it stores for that. */
@Timeout(60)
class EndpointStatusesTest {

  private static final CallbackRoute ROUTE =
      new CallbackRoute("Twilio", CallbackKind.MESSAGE_STATUS, "status", Optional.of("0-1"), Map.of("order", "1"));
  private static final String TARGET = EndpointFixture.BASE_PATH + ROUTE.pathAndQuery(new RouteSecret(SECRET));
  private static final String PENDING = "twilio-callbacks-pending-Twilio";

  private final EndpointFixture fixture = EndpointFixture.of(DuplicateHandling.PASS, Optional.empty(), true);
  private final CallbackEndpoint endpoint = fixture.endpoint;

  @ParameterizedTest
  @CsvSource({"delivered,true", "sent,false", "delivered,false"})
  void aLastStatusThatHasRunItsFlowIsAwaitedNoLonger(String status, boolean ends) throws Exception {
    endpoint.open();
    endpoint.awaitStatus("AC1", "SM1", ROUTE).get(30, SECONDS);
    assertEquals(Set.of("message-status/AC1/SM1"), fixture.stores.get(PENDING).keySet());
    if (status.equals("delivered") && !ends) {
      fixture.flowEnd = CompletableFuture.failedFuture(new IllegalStateException("broken on purpose"));
    }
    assertEquals(ends || status.equals("sent") ? 204 : 503,
                 fixture.handle(EndpointFixture.callback(TARGET, status)).get(0).getStatusCode());
    assertEquals(ends, fixture.stores.get(PENDING).isEmpty());
  }

  /** Whatever follows the operation can rely on it, also after a crash. */
  @Test
  void whatIsAwaitedIsStoredBeforeTheOperationEnds() throws Exception {
    Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    fixture.schedulers.ioRuns(tasks::add);
    CompletableFuture<Void> stored = endpoint.awaitStatus("AC1", "SM1", ROUTE);
    assertFalse(stored.isDone());
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      CompletableFuture.runAsync(task).join();
    }
    assertTrue(stored.isDone());
    assertEquals(Set.of("message-status/AC1/SM1"), fixture.stores.get(PENDING).keySet());
  }

  /** Not every object store refuses a key that another node stores: then the tokens decide whose claim it is. */
  @Test
  void claimsOfAllNodesCanBeToldApart() throws Exception {
    Set<String> tokens = new HashSet<>();
    for (int node = 0; node < 2; node++) {
      EndpointFixture each = EndpointFixture.of(DuplicateHandling.SUPPRESS, Optional.of("mine"), false);
      each.flowEnd = new CompletableFuture<>();
      each.endpoint.open();
      each.handle(EndpointFixture.callback(TARGET, "queued"));
      each.handle(EndpointFixture.callback(TARGET, "sent"));
      assertEquals(2, each.runs.get());
      // each with the time at its end
      each.stores.get("mine").values().forEach(token -> tokens.add(token.replaceFirst("\\D\\d+$", "")));
    }
    assertEquals(4, tokens.size(), tokens::toString);
  }

  @Test
  void withoutReconciliationNothingIsAwaited() throws Exception {
    EndpointFixture without = EndpointFixture.of(DuplicateHandling.PASS, Optional.empty(), false);
    assertTrue(without.endpoint.awaitStatus("AC1", "SM1", ROUTE).isDone());
    assertEquals(emptyMap(), without.stores);
    without.endpoint.open();
    assertEquals(204, without.handle(EndpointFixture.callback(TARGET, "delivered")).get(0).getStatusCode());
  }

  @Test
  void repeatsAreKnownAsTheConfigWants() throws Exception {
    for (Optional<String> objectStore : List.of(Optional.<String>empty(), Optional.of("mine"))) {
      for (DuplicateHandling duplicates : DuplicateHandling.values()) {
        EndpointFixture each = EndpointFixture.of(duplicates, objectStore, false);
        each.endpoint.open();
        for (int i = 0; i < 2; i++) {
          assertEquals(204, each.handle(EndpointFixture.callback(TARGET, "sent")).get(0).getStatusCode());
        }
        boolean passes = duplicates == DuplicateHandling.PASS;
        assertEquals(passes ? 2 : 1, each.runs.get(), duplicates.name());
        assertEquals(!passes && objectStore.isPresent(), each.stores.containsKey("mine"), each.stores::toString);
        int before = each.schedulers.stops();
        each.runner.stop();
        assertEquals(2, each.schedulers.stops() - before);
      }
    }
  }
}
