package org.muletwilio.internal.source.registration;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.mule.runtime.api.scheduler.SchedulerConfig.config;

import org.mule.runtime.api.cluster.ClusterService;
import org.mule.runtime.api.component.location.ConfigurationComponentLocator;
import org.mule.runtime.api.connection.ConnectionProvider;
import org.mule.runtime.api.exception.MuleException;
import org.mule.runtime.api.lifecycle.Disposable;
import org.mule.runtime.api.scheduler.Scheduler;
import org.mule.runtime.api.scheduler.SchedulerService;

import org.muletwilio.internal.callback.CallbackEndpoint;
import org.muletwilio.internal.callback.flow.FlowNames;
import org.muletwilio.internal.callback.lifecycle.LazyResource;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.connection.TwilioConnection;

import javax.inject.Inject;

/** The registrations of an application's sources. One for each application, made by registry-bootstrap.properties. */
public class SourceRegistrations implements Disposable {

  @Inject @jakarta.inject.Inject
  private SchedulerService schedulerService;

  @Inject @jakarta.inject.Inject
  private ClusterService cluster;

  @Inject @jakarta.inject.Inject
  private ConfigurationComponentLocator locator;

  private final LazyResource<SharedRegistrations> shared =
      new LazyResource<>("the application", this::open, each -> each.getThreads().stop());

  /**
   * @param endpoint where the source's callbacks arrive
   * @param route leads to the source
   * @param registration what is registered with Twilio
   * @param settings what the source does about it
   * @param connections gives the account
   * @return the source's registration, to be started and stopped with the source
   * @throws MuleException if the application is stopping
   */
  public SourceRegistration of(CallbackEndpoint endpoint, CallbackRoute route, Registration registration,
                               RegistrationSettings settings, ConnectionProvider<TwilioConnection> connections)
      throws MuleException {
    return new SourceRegistration(endpoint, route, registration, settings, connections, shared.get());
  }

  @Override
  public void dispose() {
    shared.close();
  }

  private SharedRegistrations open() {
    Scheduler threads = schedulerService
        .ioScheduler(config().withName("twilio-source-registrations").withShutdownTimeout(0, MILLISECONDS));
    return new SharedRegistrations(threads, cluster::isPrimaryPollingInstance,
                                   flow -> !FlowNames.in(locator).reasonAgainst(flow).isPresent());
  }
}
