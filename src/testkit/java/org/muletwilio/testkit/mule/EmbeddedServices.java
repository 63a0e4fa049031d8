package org.muletwilio.testkit.mule;

import org.mule.runtime.api.exception.MuleException;
import org.mule.runtime.api.scheduler.SchedulerService;
import org.mule.runtime.http.api.HttpService;
import org.mule.service.http.impl.service.HttpServiceImplementation;

/**
 * What a Mule server offers to its applications: Mule's own HTTP service, on embedded schedulers. Each {@link EmbeddedMule} has
 * its own, unless it is given one to share.
 */
public final class EmbeddedServices implements AutoCloseable {

  private final EmbeddedSchedulerService schedulerService;
  private final HttpServiceImplementation httpService;

  private EmbeddedServices(String name) {
    schedulerService = new EmbeddedSchedulerService(name);
    httpService = new HttpServiceImplementation(schedulerService);
  }

  /**
   * @param name with which the names of all threads begin
   */
  public static EmbeddedServices start(String name) throws MuleException {
    EmbeddedServices services = new EmbeddedServices(name);
    try {
      services.httpService.start();
      return services;
    } catch (MuleException | RuntimeException e) {
      services.schedulerService.close();
      throw e;
    }
  }

  public SchedulerService schedulerService() {
    return schedulerService;
  }

  public HttpService httpService() {
    return httpService;
  }

  /**
   * Ends all servers and threads.
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
