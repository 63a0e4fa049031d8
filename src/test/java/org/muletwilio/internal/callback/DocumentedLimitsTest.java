package org.muletwilio.internal.callback;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.api.callback.CallbackAttributesBuilder;
import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.api.parameter.DuplicateHandling;
import org.muletwilio.internal.callback.content.CallbackContent;
import org.muletwilio.internal.callback.flow.CallbackRun;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.trust.CallerAccount;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The numbers of docs/callbacks.md, on what an application makes for a config. */
@Timeout(120)
class DocumentedLimitsTest {

  @Test
  void fiftyThousandCallbacksAreRememberedInMemory() throws Exception {
    EndpointFixture fixture = EndpointFixture.of(DuplicateHandling.SUPPRESS, Optional.empty(), false);
    for (int i = 0; i < 50_000; i++) {
      run(fixture, CallbackKind.MESSAGE_STATUS, "SM" + i);
    }
    assertEquals(50_000, fixture.runs.get());
    for (int i = 0; i < 50_000; i += 97) {
      run(fixture, CallbackKind.MESSAGE_STATUS, "SM" + i);
    }
    assertEquals(50_000, fixture.runs.get());
  }

  @Test
  void theLast1000AnswersAreRemembered() throws Exception {
    EndpointFixture fixture = EndpointFixture.of(DuplicateHandling.SUPPRESS, Optional.empty(), false);
    for (int i = 0; i <= 1_000; i++) {
      run(fixture, CallbackKind.CALL_INSTRUCTIONS, "CA" + i);
    }
    run(fixture, CallbackKind.CALL_INSTRUCTIONS, "CA1");
    assertEquals(1_001, fixture.runs.get());
    run(fixture, CallbackKind.CALL_INSTRUCTIONS, "CA0");
    assertEquals(1_002, fixture.runs.get());
  }

  @Test
  void theStoreTakesFourStepsBeforeAFlowAndThreeAfterIt() throws Exception {
    EndpointFixture fixture = EndpointFixture.of(DuplicateHandling.SUPPRESS, Optional.of("mine"), false);
    List<String> calls = new ArrayList<>();
    fixture.storeHook = (operation, key) -> calls.add(operation);
    fixture.flowEnd = new CompletableFuture<>();
    CallbackRun run = run(fixture, CallbackKind.MESSAGE_STATUS, "SM1");
    assertEquals(1, fixture.runs.get());
    assertEquals(4, calls.size(), calls::toString);
    fixture.flowEnd.complete(EndpointFixture.ended());
    assertTrue(run.getEnd().get(20, SECONDS).isSuccess());
    assertEquals(7, calls.size(), calls::toString);
  }

  @Test
  void thirtyTwoThreadsWaitForTheStoreAnd2000RequestsForThem() throws Exception {
    EndpointFixture fixture = EndpointFixture.of(DuplicateHandling.SUPPRESS, Optional.of("mine"), false);
    ExecutorService threads = Executors.newCachedThreadPool();
    CountDownLatch latch = new CountDownLatch(1);
    CountDownLatch asking = new CountDownLatch(32);
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    fixture.schedulers.ioRuns(threads::execute);
    fixture.storeHook = (operation, key) -> {
      most.accumulateAndGet(now.incrementAndGet(), Math::max);
      asking.countDown();
      try {
        latch.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      now.decrementAndGet();
    };
    try {
      List<CallbackRun> runs = new ArrayList<>();
      for (int i = 0; i < 2_100; i++) {
        runs.add(run(fixture, CallbackKind.MESSAGE_STATUS, "SM" + i));
      }
      assertTrue(asking.await(60, SECONDS));
      assertEquals(2_100 - 2_032, runs.stream().filter(each -> each.getEnd().isDone()).count());
      assertEquals(32, most.get());
    } finally {
      latch.countDown();
      threads.shutdown();
    }
  }

  private static CallbackRun run(EndpointFixture fixture, CallbackKind kind, String sid) {
    MultiMap<String, String> fields = new MultiMap<>();
    fields.put(kind == CallbackKind.MESSAGE_STATUS ? "MessageSid" : "CallSid", sid);
    fields.put(kind == CallbackKind.MESSAGE_STATUS ? "MessageStatus" : "CallStatus", "queued");
    CallbackRoute route = new CallbackRoute("Twilio", kind, "status", Optional.empty(), Map.of());
    return fixture.runner.run(route, CallerAccount.OWN, Optional.of(sid), new CallbackContent(kind, fields, Optional.empty()),
        new CallbackAttributesBuilder().kind(kind).flow("status").method("POST"));
  }
}
