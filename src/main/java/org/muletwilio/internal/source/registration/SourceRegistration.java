package org.muletwilio.internal.source.registration;

import static org.mule.runtime.api.i18n.I18nMessageFactory.createStaticMessage;

import org.mule.runtime.api.connection.ConnectionException;
import org.mule.runtime.api.connection.ConnectionProvider;
import org.mule.runtime.api.exception.DefaultMuleException;
import org.mule.runtime.api.exception.MuleException;

import org.muletwilio.api.parameter.ConflictHandling;
import org.muletwilio.api.parameter.StopHandling;
import org.muletwilio.internal.callback.CallbackEndpoint;
import org.muletwilio.internal.callback.codec.SafeLogger;
import org.muletwilio.internal.callback.lifecycle.Waiting;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.route.RouteShape;
import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.error.TwilioException;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

/**
 * Registers the address of one source with Twilio, and registers it again when the address changes. Requests are made by IO
 * threads, one at a time; whoever starts or stops the source waits for them with a bound. Of a cluster's nodes, the primary one
 * registers.
 */
public final class SourceRegistration implements RegistrationAttempt {

  private static final SafeLogger LOGGER = SafeLogger.of(SourceRegistration.class);
  private static final long LONGEST_START_MILLIS = 30_000;

  private final CallbackEndpoint endpoint;
  private final CallbackRoute route;
  private final Registration registration;
  private final RegistrationSettings settings;
  private final ConnectionProvider<TwilioConnection> connections;
  private final SharedRegistrations shared;
  private final RegistrationRequests requests;
  private final RegistrationLog log;
  private final AddressWatch watch;
  /** The address that Twilio was last told, or refused to be told; empty before. */
  private volatile String told = "";
  private volatile boolean stopped;

  SourceRegistration(CallbackEndpoint endpoint, CallbackRoute route, Registration registration, RegistrationSettings settings,
                     ConnectionProvider<TwilioConnection> connections, SharedRegistrations shared) {
    this.endpoint = endpoint;
    this.route = route;
    this.registration = registration;
    this.settings = settings;
    this.connections = connections;
    this.shared = shared;
    this.requests = shared.requestsFor(registration.getSharedResource().orElseGet(this::getOwner));
    this.log = new RegistrationLog(getOwner(), registration.getDescription());
    this.watch = new AddressWatch(getOwner(), shared, requests, log, this::register,
                                  endpoint.getAddressSettings().isTunnelled());
  }

  /**
   * Registers the address, if it is to be registered.
   *
   * @throws ConnectionException if Twilio can't be reached or refuses the credentials, so that it may be tried again
   * @throws MuleException if the source can't have the address, saying who has it
   */
  public void start() throws MuleException {
    if (registration.getKey().isPresent()) {
      claim(registration.getKey().get(), registration.getDescription());
    }
    if (!settings.isRegister()) {
      log.leftToTheUser(endpoint, route, registration);
      return;
    }
    boolean registers = shared.isPrimary();
    if (registers) {
      registerAtStart();
    } else {
      log.leftToThePrimaryNode();
    }
    if (!registers || endpoint.getAddressSettings().isTunnelled()) {
      watch.start();
    }
  }

  /** Leaves what is registered, or puts back what was there before, as the settings say. */
  public void stop() {
    stopped = true;
    watch.stop();
    if (settings.isRegister() && settings.getOnStop() == StopHandling.RESTORE && shared.isPrimary()) {
      CompletableFuture<Boolean> restored = new CompletableFuture<>();
      try {
        requests.run(() -> registration.restore(connections.connect(), this), restored);
        log.restored(shared.getRestoreWaits().await(restored));
      } catch (MuleException | RuntimeException e) {
        log.notRestored(e);
      }
    }
    shared.getClaims().release(this);
  }

  @Override
  public boolean isOwn(String url) {
    return RouteShape.fits(endpoint.getAddressSettings().getPublicPath(), endpoint.getConfig(), route.getKind(), url);
  }

  @Override
  public String getFlow() {
    return route.getFlow();
  }

  @Override
  public String getConfig() {
    return endpoint.getConfig();
  }

  @Override
  public boolean hasFlow(String name) {
    return shared.hasFlow(name);
  }

  @Override
  public EarlierValues getEarlierValues() {
    return shared.getEarlierValues();
  }

  @Override
  public boolean mayOverwrite() {
    return settings.isOverwrite();
  }

  @Override
  public void claim(String key, String description) throws MuleException {
    shared.getClaims().claim(key, description, this);
    if (stopped) {
      // its requests go on to their end, and must hold nothing then
      shared.getClaims().release(this);
    }
  }

  /** @return the source, by its flow and config */
  String getOwner() {
    return "the source of flow '" + route.getFlow() + "' (config '" + endpoint.getConfig() + "')";
  }

  private void registerAtStart() throws MuleException {
    CompletableFuture<Boolean> end = new CompletableFuture<>();
    try {
      requests.run(this::register, end);
      Waiting.await(end, LONGEST_START_MILLIS, "the registration of " + registration.getDescription());
    } catch (RegistrationConflictException e) {
      if (settings.getOnConflict() == ConflictHandling.FAIL) {
        throw new DefaultMuleException(createStaticMessage(getOwner() + " can't start: " + e.getMessage()
            + ". With onConflict=\"WARN\" it starts anyway"));
      }
      log.conflict(e);
    } catch (TwilioException e) {
      LOGGER.debug("{} can't register its address", getOwner(), e);
      throw StartFailure.of(getOwner(), registration.getDescription(), e);
    } catch (RejectedExecutionException e) {
      throw new ConnectionException(getOwner() + " can't register its address: Mule has no free thread");
    } catch (MuleException e) {
      throw end.isDone() ? e : new ConnectionException(getOwner() + " can't register its address: " + e.getMessage());
    }
  }

  /** @return whether something had to be changed at Twilio */
  private boolean register() throws MuleException {
    if (stopped) {
      return false;
    }
    String url;
    try {
      url = endpoint.urlFor(route);
    } catch (MuleException e) {
      if (!endpoint.getAddressSettings().isTunnelled()) {
        throw e;
      }
      log.withoutAddress(e);
      return false;
    }
    if (url.equals(told)) {
      return false;
    }
    try {
      boolean changed = registration.register(connections.connect(), url, this);
      told = url;
      log.registered(changed, url);
      return changed;
    } catch (RegistrationConflictException e) {
      told = url;
      throw e;
    }
  }
}
