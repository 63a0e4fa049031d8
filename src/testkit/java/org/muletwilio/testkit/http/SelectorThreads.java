package org.muletwilio.testkit.http;

import static org.mule.runtime.api.scheduler.SchedulerConfig.config;

import org.mule.runtime.api.scheduler.Scheduler;
import org.mule.runtime.api.scheduler.SchedulerService;
import org.mule.runtime.http.api.domain.request.HttpRequestContext;
import org.mule.runtime.http.api.server.RequestHandler;
import org.mule.runtime.http.api.server.async.HttpResponseReadyCallback;

import java.util.concurrent.ExecutionException;

/** Runs request handlers on as many threads as cores, for all servers, and watches that no handler blocks one. */
final class SelectorThreads implements AutoCloseable {

  private static final int QUEUE = 10_000;

  private final Scheduler threads;
  private final HandlerWatch watch = new HandlerWatch();

  SelectorThreads(SchedulerService schedulerService) {
    int cores = Math.max(2, Runtime.getRuntime().availableProcessors());
    threads = schedulerService.customScheduler(config().withMaxConcurrentTasks(cores).withName("selector"), QUEUE);
  }

  /** @return a handler that has another run on these threads; what that throws reaches its caller */
  RequestHandler wrap(RequestHandler handler) {
    ClassLoader contextClassLoader = contextClassLoaderOf(handler);
    return (context, response) -> {
      try {
        threads.submit(() -> run(handler, contextClassLoader, context, response)).get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException e) {
        throw new IllegalStateException("A request handler has failed", e.getCause());
      }
    };
  }

  private void run(RequestHandler handler, ClassLoader contextClassLoader, HttpRequestContext context,
                   HttpResponseReadyCallback response) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(contextClassLoader);
    HandlerRun run = watch.begin();
    try {
      handler.handleRequest(context, response);
    } finally {
      watch.end(run);
      thread.setContextClassLoader(before);
    }
  }

  /**
   * @throws IllegalStateException if a handler has blocked a thread, saying where
   */
  @Override
  public void close() {
    threads.stop();
    watch.close();
  }

  /** Later services take that of the registering thread, unless the handler has a method of this name. */
  private static ClassLoader contextClassLoaderOf(RequestHandler handler) {
    try {
      var method = handler.getClass().getMethod("getContextClassLoader");
      method.setAccessible(true);
      return (ClassLoader) method.invoke(handler);
    } catch (NoSuchMethodException e) {
      return Thread.currentThread().getContextClassLoader();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
