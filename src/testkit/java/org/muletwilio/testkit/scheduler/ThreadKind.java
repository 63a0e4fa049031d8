package org.muletwilio.testkit.scheduler;

import static java.util.Arrays.stream;

import java.util.Optional;

/** What the threads of {@link EmbeddedSchedulerService} are for; each is in a thread group of its kind's name. */
public enum ThreadKind {

  /** Work without waits, such as that of flows between operations. */
  CPU_LIGHT("cpuLight"),
  /** Long work without waits. */
  CPU_INTENSIVE("cpuIntensive"),
  /** Whatever may wait: the only kind that may. */
  IO("io"),
  /** Starts tasks at their time. */
  TIMER("timer"),
  /** A pool of somebody's own: the selectors of the HTTP service and of HTTP clients. */
  CUSTOM("custom");

  private final String text;

  ThreadKind(String text) {
    this.text = text;
  }

  /** @return what the current thread is for, or empty where it is not a thread of a scheduler service */
  public static Optional<ThreadKind> ofCurrent() {
    String group = Thread.currentThread().getThreadGroup().getName();
    return stream(values()).filter(kind -> kind.groupName().equals(group)).findFirst();
  }

  String groupName() {
    return "mule-" + text;
  }

  @Override
  public String toString() {
    return text;
  }
}
