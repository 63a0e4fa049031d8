package org.muletwilio.testkit.http;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.stream.Collectors.joining;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One call of a handler, on the thread that created it. Time in which the thread could run and doesn't is not counted, nor is a
 * wait for a lock under which another thread works, nor the loading of classes.
 */
final class HandlerRun {

  private static final long LONGEST_NANOS = MILLISECONDS.toNanos(50);
  private static final long LOOKED_AT_AFTER_NANOS = MILLISECONDS.toNanos(15);
  private static final int FRAMES = 60;
  private static final int MOST_OWNERS = 5;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Thread thread = Thread.currentThread();
  private final long start = System.nanoTime();
  private final long startCpu = cpu();
  private final boolean warm;
  private long waitsSince;
  private long forgiven;
  private boolean told;

  /** @param warm whether the time that it works is counted too */
  HandlerRun(boolean warm) {
    this.warm = warm;
  }

  /**
   * @param now the time in nanoseconds
   * @param late how much later than planned this check is
   * @return what the handler does wrong; reported once
   */
  synchronized Optional<String> look(long now, long late) {
    if (told || now - start < LOOKED_AT_AFTER_NANOS) {
      return Optional.empty();
    }
    ThreadInfo info = THREADS.getThreadInfo(thread.getId(), FRAMES);
    if (info == null || !waits(info, 0)) {
      waitsSince = 0;
    } else if (waitsSince == 0) {
      waitsSince = now;
      forgiven = 0;
    } else {
      forgiven += late;
      told = now - waitsSince - forgiven > LONGEST_NANOS;
    }
    return told ? Optional.of(thread.getName() + " has waited for " + (now - waitsSince) / 1_000_000 + " ms\n"
        + Stream.of(info.getStackTrace()).map(frame -> "    at " + frame).collect(joining("\n"))) : Optional.empty();
  }

  /** @return what the handler did wrong, unless that is reported already; called by its own thread */
  synchronized Optional<String> end() {
    long worked = cpu() - startCpu;
    boolean tells = !told && warm && worked > LONGEST_NANOS;
    told = true;
    return tells ? Optional.of(thread.getName() + " has worked for " + worked / 1_000_000 + " ms") : Optional.empty();
  }

  private long cpu() {
    return THREADS.getThreadCpuTime(thread.getId());
  }

  private static boolean waits(ThreadInfo info, int owners) {
    StackTraceElement[] stack = info.getStackTrace();
    if (stack.length == 0 || Stream.of(stack).anyMatch(HandlerRun::loadsClasses)) {
      return false;
    }
    if (info.getThreadState() == Thread.State.RUNNABLE) {
      return stack[0].isNativeMethod() && isInput(stack[0].getClassName());
    }
    if (info.getLockOwnerId() < 0) {
      return true;
    }
    ThreadInfo owner = THREADS.getThreadInfo(info.getLockOwnerId(), FRAMES);
    return owner != null && owners < MOST_OWNERS && waits(owner, owners + 1);
  }

  private static boolean loadsClasses(StackTraceElement frame) {
    return frame.getMethodName().equals("<clinit>") || frame.getMethodName().equals("linkCallSite")
        || frame.getMethodName().equals("loadClass");
  }

  /** Files and sockets, but for the pipe that log lines of a test go to: how fast that is read does not concern the handler. */
  private static boolean isInput(String name) {
    return name.startsWith("java.net.") || name.startsWith("sun.nio.")
        || name.startsWith("java.io.") && !name.equals("java.io.FileOutputStream");
  }
}
