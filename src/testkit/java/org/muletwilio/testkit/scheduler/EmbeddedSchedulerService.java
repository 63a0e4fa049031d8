package org.muletwilio.testkit.scheduler;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.mule.runtime.api.scheduler.Scheduler;
import org.mule.runtime.api.scheduler.SchedulerBusyException;
import org.mule.runtime.api.scheduler.SchedulerConfig;
import org.mule.runtime.api.scheduler.SchedulerPoolsConfigFactory;
import org.mule.runtime.api.scheduler.SchedulerService;
import org.mule.runtime.api.scheduler.SchedulerView;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands in for Mule's scheduler service, which is not on Maven Central: one pool for each kind of work, schedulers that use
 * their threads, and pools of their own for custom schedulers. Differs from Mule's in that a busy CPU pool queues without a
 * bound, and that {@code withMaxConcurrentTasks} binds custom schedulers only.
 */
public final class EmbeddedSchedulerService implements SchedulerService, AutoCloseable {

  private static final long DEFAULT_SHUTDOWN_MILLIS = 5_000;
  private static final int MAX_IO_THREADS = 256;

  private final String name;
  private final ThreadPoolExecutor cpuLight;
  private final ThreadPoolExecutor cpuIntensive;
  private final ThreadPoolExecutor io;
  private final ScheduledThreadPoolExecutor timer;
  private final ConcurrentLinkedQueue<EmbeddedScheduler> schedulers = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<ThreadPoolExecutor> customPools = new ConcurrentLinkedQueue<>();
  private final Set<Thread> alive = ConcurrentHashMap.newKeySet();
  private final AtomicInteger unnamed = new AtomicInteger();

  /**
   * @param name the prefix of all thread names
   */
  public EmbeddedSchedulerService(String name) {
    int cores = Runtime.getRuntime().availableProcessors();
    this.name = name;
    cpuLight = fixedPool(ThreadKind.CPU_LIGHT, 2 * cores);
    cpuIntensive = fixedPool(ThreadKind.CPU_INTENSIVE, 2 * cores);
    io = new ThreadPoolExecutor(0, MAX_IO_THREADS, 30, SECONDS, new SynchronousQueue<>(), threads(ThreadKind.IO, "io"),
                                EmbeddedSchedulerService::waitForThread);
    timer = new ScheduledThreadPoolExecutor(1, threads(ThreadKind.TIMER, "timer"));
    timer.setRemoveOnCancelPolicy(true);
  }

  @Override
  public String getName() {
    return "Embedded scheduler service";
  }

  @Override
  public Scheduler cpuLightScheduler() {
    return cpuLightScheduler(SchedulerConfig.config());
  }

  @Override
  public Scheduler ioScheduler() {
    return ioScheduler(SchedulerConfig.config());
  }

  @Override
  public Scheduler cpuIntensiveScheduler() {
    return cpuIntensiveScheduler(SchedulerConfig.config());
  }

  @Override
  public Scheduler cpuLightScheduler(SchedulerConfig config) {
    return scheduler("cpuLight", config, cpuLight);
  }

  @Override
  public Scheduler ioScheduler(SchedulerConfig config) {
    return scheduler("io", config, io);
  }

  @Override
  public Scheduler cpuIntensiveScheduler(SchedulerConfig config) {
    return scheduler("cpuIntensive", config, cpuIntensive);
  }

  @Override
  public Scheduler cpuLightScheduler(SchedulerConfig config, SchedulerPoolsConfigFactory pools) {
    return cpuLightScheduler(config);
  }

  @Override
  public Scheduler ioScheduler(SchedulerConfig config, SchedulerPoolsConfigFactory pools) {
    return ioScheduler(config);
  }

  @Override
  public Scheduler cpuIntensiveScheduler(SchedulerConfig config, SchedulerPoolsConfigFactory pools) {
    return cpuIntensiveScheduler(config);
  }

  @Override
  public Scheduler customScheduler(SchedulerConfig config) {
    return customScheduler(config, Integer.MAX_VALUE);
  }

  @Override
  public Scheduler customScheduler(SchedulerConfig config, int queueSize) {
    if (config.getMaxConcurrentTasks() == null) {
      throw new IllegalArgumentException("Custom schedulers must have maxConcurrentTasks");
    }
    String schedulerName = nameOf("custom", config);
    int size = config.getMaxConcurrentTasks();
    ThreadPoolExecutor pool = new ThreadPoolExecutor(size, size, 30, SECONDS, queueOf(queueSize),
                                                     threads(ThreadKind.CUSTOM, schedulerName));
    customPools.removeIf(ThreadPoolExecutor::isTerminated);
    customPools.add(pool);
    return scheduler(schedulerName, config, pool);
  }

  @Override
  public List<SchedulerView> getSchedulers() {
    return List.copyOf(schedulers);
  }

  /**
   * Interrupts running tasks and waits for all threads to end.
   *
   * @throws IllegalStateException if one does not end, such as the thread of an HTTP server that is not disposed
   */
  @Override
  public void close() {
    schedulers.forEach(EmbeddedScheduler::shutdownNow);
    List<ThreadPoolExecutor> pools = new ArrayList<>(customPools);
    pools.addAll(List.of(cpuLight, cpuIntensive, io, timer));
    pools.forEach(ThreadPoolExecutor::shutdownNow);
    alive.forEach(this::awaitEnd);
  }

  private void awaitEnd(Thread thread) {
    try {
      thread.join(SECONDS.toMillis(3));
      if (thread.isAlive()) {
        throw new IllegalStateException("A task doesn't end when it is interrupted: " + thread.getName());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Scheduler scheduler(String kind, SchedulerConfig config, ThreadPoolExecutor pool) {
    Long shutdownMillis = config.getShutdownTimeoutMillis().get();
    EmbeddedScheduler scheduler =
        new EmbeddedScheduler(nameOf(kind, config), pool, timer,
                              shutdownMillis == null ? DEFAULT_SHUTDOWN_MILLIS : shutdownMillis, ended -> {
                                schedulers.remove(ended);
                                if (customPools.contains(pool)) {
                                  pool.shutdown();
                                }
                              });
    schedulers.add(scheduler);
    return scheduler;
  }

  private String nameOf(String kind, SchedulerConfig config) {
    return config.hasName() ? config.getSchedulerName() : kind + "-" + unnamed.incrementAndGet();
  }

  private ThreadPoolExecutor fixedPool(ThreadKind kind, int size) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(size, size, 30, SECONDS, new LinkedBlockingQueue<>(), threads(kind, kind.toString()));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  private ThreadFactory threads(ThreadKind kind, String pool) {
    PoolThreads threads = new PoolThreads(new ThreadGroup(kind.groupName()), name + "." + pool);
    return task -> {
      Thread thread = threads.newThread(task);
      alive.removeIf(other -> other.getState() == Thread.State.TERMINATED);
      alive.add(thread);
      return thread;
    };
  }

  private static BlockingQueue<Runnable> queueOf(int size) {
    return size == 0 ? new SynchronousQueue<>() : new LinkedBlockingQueue<>(size);
  }

  /** As Mule's own service: an IO thread runs the task itself, threads of nobody's wait, and others are refused. */
  private static void waitForThread(Runnable task, ExecutorService pool) {
    Optional<ThreadKind> kind = ThreadKind.ofCurrent();
    if (kind.filter(ThreadKind.IO::equals).isPresent() && !pool.isShutdown()) {
      task.run();
      return;
    }
    if (kind.filter(each -> each != ThreadKind.TIMER).isPresent()) {
      throw new SchedulerBusyException("The pool of IO threads is full");
    }
    try {
      if (pool.isShutdown()) {
        throw new RejectedExecutionException("The scheduler service is closed");
      }
      ((ThreadPoolExecutor) pool).getQueue().put(task);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RejectedExecutionException(e);
    }
  }
}
