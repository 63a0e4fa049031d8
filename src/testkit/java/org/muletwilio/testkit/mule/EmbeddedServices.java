package org.muletwilio.testkit.mule;

import org.mule.runtime.api.exception.MuleException;
import org.mule.runtime.api.scheduler.SchedulerService;
import org.mule.runtime.http.api.HttpService;

import org.muletwilio.testkit.http.EmbeddedHttpService;
import org.muletwilio.testkit.http.HttpMode;
import org.muletwilio.testkit.scheduler.EmbeddedSchedulerService;
import org.muletwilio.testkit.scheduler.RefusingSchedulers;

import java.util.function.Predicate;

/**
 * What a Mule server offers to its applications: Mule's own HTTP service, on embedded schedulers. Each {@link EmbeddedMule} has
 * its own, unless it is given one to share.
 */
public final class EmbeddedServices implements AutoCloseable {

  private final EmbeddedSchedulerService schedulerService;
  private final SchedulerService offered;
  private final EmbeddedHttpService httpService;
  private volatile Predicate<String> refused = any -> false;

  private EmbeddedServices(String name, HttpMode mode) {
    schedulerService = new EmbeddedSchedulerService(name);
    offered = RefusingSchedulers.of(schedulerService, scheduler -> refused.test(scheduler));
    httpService = new EmbeddedHttpService(offered, mode);
  }

  /**
   * @param name the prefix of all thread names
   */
  public static EmbeddedServices start(String name) throws MuleException {
    return start(name, HttpMode.ofProperty());
  }

  /**
   * @param name the prefix of all thread names
   * @param mode how the HTTP service treats request handlers
   */
  public static EmbeddedServices start(String name, HttpMode mode) throws MuleException {
    ReactorThreads.letBlock();
    EmbeddedServices services = new EmbeddedServices(name, mode);
    try {
      services.httpService.start();
      return services;
    } catch (MuleException | RuntimeException e) {
      services.schedulerService.close();
      throw e;
    }
  }

  public SchedulerService schedulerService() {
    return offered;
  }

  /** @param names whether no scheduler of a name can be had from now on, as on a machine that has no thread left */
  public void refuseSchedulers(Predicate<String> names) {
    refused = names;
  }

  public HttpService httpService() {
    return httpService;
  }

  /**
   * Ends all servers and threads.
   *
   * @throws IllegalStateException if a thread doesn't end, or a request handler has blocked one that must not wait
   */
  @Override
  public void close() throws MuleException {
    try {
      httpService.stop();
    } finally {
      schedulerService.close();
    }
  }
}
