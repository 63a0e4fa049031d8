package org.muletwilio.internal.callback.schedule;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.testkit.log.LogLines;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

class RepeatedTaskTest {

  @Test
  void aRunThatFailsIsToldOnceAndTheNextOnesCome() throws Exception {
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    CountDownLatch runs = new CountDownLatch(5);
    try (LogLines log = LogLines.of(RepeatedTask.class.getName(), Level.ERROR)) {
      timer.scheduleWithFixedDelay(new RepeatedTask("the test", () -> {
        runs.countDown();
        throw new StackOverflowError("broken on purpose");
      }), 1, 1, MILLISECONDS);
      assertTrue(runs.await(20, SECONDS));
      assertEquals(1, log.with("the test failed, and will run again").size(), log.all()::toString);
    } finally {
      timer.shutdownNow();
    }
  }
}
