package org.muletwilio.testkit.scheduler;

import static java.util.Arrays.stream;

import java.util.Optional;

/** The kinds of threads of {@link EmbeddedSchedulerService}; each is in a thread group named after its kind. */
public enum ThreadKind {

  /** Short work that does not block, such as that of flows between operations. */
  CPU_LIGHT("cpuLight"),
  /** Long work that does not block. */
  CPU_INTENSIVE("cpuIntensive"),
  /** Work that may block; the other kinds must not. */
  IO("io"),
  /** Starts tasks when they are due. */
  TIMER("timer"),
  /** A custom pool: the selectors of the HTTP service and of HTTP clients. */
  CUSTOM("custom");

  private final String text;

  ThreadKind(String text) {
    this.text = text;
  }

  /** @return the kind of the current thread, or empty where it is not a thread of a scheduler service */
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
