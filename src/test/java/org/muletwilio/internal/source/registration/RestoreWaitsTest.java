package org.muletwilio.internal.source.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.exception.MuleException;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

/** One stop of an application waits for Twilio once, however many sources it has. */
class RestoreWaitsTest {

  private static final long LONGEST = 600;

  private final AtomicLong now = new AtomicLong(-5);
  private final RestoreWaits waits = new RestoreWaits(LONGEST, now::get);

  @Test
  void afterOneThatWaitedInVainTheNextOnesHardlyWait() throws Exception {
    assertEquals(LONGEST, waits.getMillis());
    String message = assertThrows(MuleException.class, () -> waits.await(new CompletableFuture<>())).getMessage();
    assertTrue(message.contains("Twilio's answer is not ready after 600 ms"), message);
    assertEquals(RestoreWaits.SHORT_MILLIS, waits.getMillis());
    assertThrows(MuleException.class, () -> waits.await(new CompletableFuture<>()));
    assertEquals(RestoreWaits.SHORT_MILLIS, waits.getMillis());
  }

  @Test
  void anAnswerOrTimeLetsTheNextOneWaitAgain() throws Exception {
    assertThrows(MuleException.class, () -> waits.await(new CompletableFuture<>()));
    assertTrue(waits.await(CompletableFuture.completedFuture(true)));
    assertEquals(LONGEST, waits.getMillis());
    assertThrows(MuleException.class, () -> waits.await(new CompletableFuture<>()));
    now.addAndGet(LONGEST);
    assertEquals(LONGEST, waits.getMillis());
  }

  @Test
  void aRefusalIsAnAnswer() {
    CompletableFuture<Boolean> refused = new CompletableFuture<>();
    refused.completeExceptionally(new IllegalStateException("refused"));
    assertThrows(IllegalStateException.class, () -> waits.await(refused));
    assertEquals(LONGEST, waits.getMillis());
  }
}
