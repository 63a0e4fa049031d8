package org.muletwilio.internal.callback.codec;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InterruptibleReadTest {

  private final InterruptibleRead read = new InterruptibleRead();

  /** A test that leaves an interrupt would make the next one fail. */
  @AfterEach
  void noInterruptIsLeft() {
    assertFalse(Thread.interrupted());
  }

  @Test
  void theReaderIsInterruptedAndGoesOnWithoutTheInterrupt() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    FutureTask<List<Boolean>> reader = new FutureTask<>(() -> {
      boolean begun = read.begin();
      reading.countDown();
      boolean interrupted = false;
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        interrupted = true;
        Thread.currentThread().interrupt();
      }
      return List.of(begun, interrupted, read.hasEnded(), read.end(), read.hasEnded(), Thread.currentThread().isInterrupted());
    });
    new Thread(reader).start();
    reading.await();
    assertTrue(read.giveUp());
    assertEquals(List.of(true, true, false, true, true, false), reader.get(60, SECONDS));
  }

  @Test
  void aReadThatHasEndedIsNotGivenUp() {
    assertTrue(read.begin());
    assertFalse(read.end());
    assertFalse(read.giveUp());
    assertFalse(Thread.currentThread().isInterrupted());
    assertFalse(read.end(), "its end may be told again, and is the same");
  }

  @Test
  void whatIsGivenUpBeforehandIsNotRead() {
    assertTrue(read.giveUp());
    assertFalse(read.begin());
    assertTrue(read.end());
  }

  /** An interrupt that comes after the read is somebody else's: the stop of an application, for example. */
  @Test
  void aLaterInterruptStays() {
    read.begin();
    read.giveUp();
    assertTrue(read.end());
    Thread.currentThread().interrupt();
    assertTrue(read.end());
    assertTrue(Thread.interrupted());
  }
}
