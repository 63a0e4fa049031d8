package org.muletwilio.internal.connection;

import org.mule.runtime.api.scheduler.Scheduler;
import org.mule.runtime.api.scheduler.SchedulerConfig;
import org.mule.runtime.api.scheduler.SchedulerService;
import org.mule.runtime.http.api.HttpService;
import org.mule.runtime.http.api.client.HttpClient;
import org.mule.runtime.http.api.client.HttpClientConfiguration;

import org.muletwilio.internal.callback.lifecycle.StartedParts;
import org.muletwilio.internal.callback.lifecycle.StopSteps;
import org.muletwilio.internal.callback.schedule.SteadyClock;
import org.muletwilio.internal.connection.http.FileConnections;
import org.muletwilio.internal.connection.http.RequestExecutor;
import org.muletwilio.internal.connection.http.RequestSender;

import java.util.function.Function;

/** What the requests of one config run on: an HTTP client, two schedulers and a sender, which start and stop together. */
final class RequestRuntime implements AutoCloseable {

  private static final int ONE_THREAD = 1;
  private static final int NO_BOUND = Integer.MAX_VALUE;

  private final HttpClient http;
  private final Scheduler io;
  private final Scheduler timer;
  private final RequestExecutor executor;
  private final RequestSender sender;
  private final FileConnections files;

  /**
   * @param name of the clients and the schedulers
   * @param clients how a client of a name is to be
   * @param settings of the requests
   * @param maxConnections how many requests may be on their way at a time, or -1 for no limit
   */
  RequestRuntime(String name, HttpService httpService, SchedulerService schedulers,
                 Function<String, HttpClientConfiguration> clients, RequestSettings settings, int maxConnections) {
    try (StartedParts parts = new StartedParts()) {
      http = parts.add(httpService.getClientFactory().create(clients.apply(name)), HttpClient::stop);
      http.start();
      io = parts.add(schedulers.ioScheduler(SchedulerConfig.config().withName(name + "-requests")), Scheduler::stop);
      timer = schedulers.customScheduler(SchedulerConfig.config().withName(name + "-timer").withMaxConcurrentTasks(ONE_THREAD),
                                         NO_BOUND);
      parts.ownedBy(this);
    }
    executor = new RequestExecutor(io, timer, SteadyClock.MONOTONIC_MILLIS);
    sender = new RequestSender(http, settings.getResponseTimeoutMillis(), settings.getRetryBudgetMillis(), maxConnections,
        executor);
    files = new FileConnections(() -> httpService.getClientFactory().create(clients.apply(name + "-files")),
                                settings.getResponseTimeoutMillis(), settings.getRetryBudgetMillis(), maxConnections, executor);
  }

  RequestSender getSender() {
    return sender;
  }

  /** @return the clients for files, of which none is there before the first file */
  FileConnections getFiles() {
    return files;
  }

  RequestExecutor getExecutor() {
    return executor;
  }

  /** Ends what is on its way before the threads that would tell its flows. */
  @Override
  public void close() {
    StopSteps.takeAll(sender::close, files::close, http::stop, timer::stop, io::stop);
  }
}
