package org.muletwilio.locks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Nothing waits under a lock: what holds a monitor neither waits, asks an object store, hands tasks over, completes a future,
 * whose dependents run there, nor stops a scheduler. A wait for the monitor itself gives it up meanwhile.
 */
class LocksTest {

  private static final Set<String> WAITS = Set.of("java/lang/Thread.sleep", "java/lang/Thread.join",
      "java/util/concurrent/Future.get",
      "java/util/concurrent/CompletableFuture.get", "java/util/concurrent/CompletableFuture.join",
      "java/util/concurrent/CountDownLatch.await", "java/util/concurrent/Semaphore.acquire",
      "java/util/concurrent/TimeUnit.sleep",
      "java/util/concurrent/locks/LockSupport.park", "java/util/concurrent/locks/LockSupport.parkNanos",
      "java/util/concurrent/BlockingQueue.put", "java/util/concurrent/BlockingQueue.take",
      "java/util/concurrent/locks/Lock.lock", "org/muletwilio/internal/callback/lifecycle/Waiting.await");
  private static final Set<String> EXECUTORS = Set.of("java/util/concurrent/Executor", "java/util/concurrent/ExecutorService",
      "java/util/concurrent/ScheduledExecutorService", "org/mule/runtime/api/scheduler/Scheduler",
      "org/mule/runtime/api/scheduler/SchedulerService", "org/mule/runtime/api/store/ObjectStore",
      "org/mule/runtime/api/store/ObjectStoreManager", "org/mule/runtime/api/lock/LockFactory",
      "org/mule/runtime/http/api/client/HttpClient", "org/mule/runtime/http/api/server/HttpServer");
  private static final String FUTURE = "java/util/concurrent/CompletableFuture";
  private static final Set<String> HARMLESS = Set.of("<init>", "completedFuture", "isDone", "isShutdown",
      "isCompletedExceptionally", "getNow");

  @Test
  void nothingWaitsUnderALock() throws Exception {
    assertEquals(Set.of(), new LockedCalls(Path.of("target/classes")).find(LocksTest::isRefused));
  }

  private static boolean isRefused(MethodInsnNode call) {
    return WAITS.contains(call.owner + "." + call.name) || call.name.equals("cancel") && call.owner.endsWith("Future")
        || isOthers(call.owner) || (EXECUTORS.contains(call.owner) || call.owner.equals(FUTURE)) && !HARMLESS.contains(call.name);
  }

  /** What somebody else gave may do anything; only clocks are asked under locks. */
  private static boolean isOthers(String type) {
    return type.startsWith("java/util/function/") && !type.equals("java/util/function/LongSupplier")
        || type.equals("java/lang/Runnable") || type.equals("java/util/concurrent/Callable");
  }

  /** The finder finds each way in which a method may hold a monitor. */
  @Test
  void whatWaitsUnderALockIsFound() throws Exception {
    Path folder = Path.of("target/test-classes/org/muletwilio/locks");
    assertEquals(Set.of(
        "BadLocks.block -> CountDownLatch.await", "BadLocks.method -> BadLocks.waits -> CountDownLatch.await",
        "BadLocks.early -> Executor.execute", "BadLocks.through -> BadLocks$Part.run -> CountDownLatch.await",
        "BadLocks.future -> CompletableFuture.complete"), new LockedCalls(folder).find(LocksTest::isRefused));
  }
}
