package org.muletwilio.testkit.scheduler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;

/** A scheduler service of the test, which leaves no thread behind. */
abstract class SchedulerFixture {

  final String name = "test-" + UUID.randomUUID();
  final EmbeddedSchedulerService service = new EmbeddedSchedulerService(name);

  @AfterEach
  void close() {
    service.close();
    assertEquals(List.of(), threads());
  }

  List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).filter(thread -> thread.startsWith(name)).toList();
  }
}
