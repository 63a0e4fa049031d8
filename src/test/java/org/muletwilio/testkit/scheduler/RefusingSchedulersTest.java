package org.muletwilio.testkit.scheduler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mule.runtime.api.scheduler.SchedulerConfig.config;

import org.mule.runtime.api.scheduler.SchedulerService;

import java.util.concurrent.RejectedExecutionException;

import org.junit.jupiter.api.Test;

class RefusingSchedulersTest {

  @Test
  void refusesByNameAndGivesAllOthers() {
    try (EmbeddedSchedulerService service = new EmbeddedSchedulerService("refusing")) {
      SchedulerService some = RefusingSchedulers.of(service, "none"::equals);
      assertThrows(RejectedExecutionException.class, () -> some.ioScheduler(config().withName("none")));
      assertThrows(RejectedExecutionException.class,
                   () -> some.customScheduler(config().withName("none").withMaxConcurrentTasks(1), 1));
      assertEquals("one", some.cpuLightScheduler(config().withName("one")).getName());
      some.ioScheduler();
      assertEquals(2, service.getSchedulers().size());
      assertThrows(IllegalArgumentException.class, () -> some.customScheduler(config().withName("other")));
    }
  }
}
