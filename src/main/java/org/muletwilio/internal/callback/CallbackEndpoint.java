package org.muletwilio.internal.callback;

import org.mule.runtime.api.exception.MuleException;
import org.mule.runtime.api.scheduler.SchedulerService;

import org.muletwilio.internal.callback.address.AddressSettings;
import org.muletwilio.internal.callback.address.FixedAddress;
import org.muletwilio.internal.callback.address.PublicAddress;
import org.muletwilio.internal.callback.address.PublicAddresses;
import org.muletwilio.internal.callback.address.TunnelDiscovery;
import org.muletwilio.internal.callback.codec.BodyReader;
import org.muletwilio.internal.callback.flow.CallbackRunner;
import org.muletwilio.internal.callback.flow.FlowDispatcher;
import org.muletwilio.internal.callback.flow.FlowSources;
import org.muletwilio.internal.callback.lifecycle.LazyResource;
import org.muletwilio.internal.callback.lifecycle.StartedParts;
import org.muletwilio.internal.callback.lifecycle.StopSteps;
import org.muletwilio.internal.callback.listener.CallbackListeners;
import org.muletwilio.internal.callback.listener.Registration;
import org.muletwilio.internal.callback.pending.AwaitedStatus;
import org.muletwilio.internal.callback.reconciliation.StatusReconciler;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.route.ConnectionOverrides;
import org.muletwilio.internal.callback.route.RoutePath;
import org.muletwilio.internal.callback.route.RoutePaths;
import org.muletwilio.internal.callback.signature.SignatureCheck;
import org.muletwilio.internal.callback.trust.RouteSecret;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The HTTP endpoint of one config: makes the addresses that Twilio gets, and serves the callbacks that come back. */
public final class CallbackEndpoint {

  /** Twilio waits for 15 seconds at most. */
  private static final long BODY_DEADLINE_MILLIS = 10_000;

  private final String config;
  private final EndpointSettings settings;
  private final SignatureCheck signatures;
  private final RoutePaths paths;
  private final RouteSecret secret;
  private final AuthorizationStates states;
  private final FlowDispatcher flows;
  private final CallbackRunner runner;
  private final ConcurrencyLimit limit;
  private final RefusalLog refusals;
  private final EndpointReport report;
  private final CallbackListeners listeners;
  private final TunnelDiscovery tunnels;
  private final SchedulerService schedulerService;
  private final Optional<StatusReconciler> reconciler;
  private final LazyResource<OpenEndpoint> place;
  /** Known before the first callback can come. */
  private volatile PublicAddresses addresses;

  /**
   * @param config the config's name
   * @param settings where the endpoint listens and how Twilio reaches it
   * @param signatures whom it trusts
   * @param flows finds flows
   * @param runner runs them
   * @param listeners the application's listeners
   * @param tunnels those that may lead here
   * @param schedulerService gives the threads that process callbacks
   * @param reconciler looks up what never calls back, if that is wanted
   */
  public CallbackEndpoint(String config, EndpointSettings settings, SignatureCheck signatures, FlowDispatcher flows,
                          CallbackRunner runner, CallbackListeners listeners, TunnelDiscovery tunnels,
                          SchedulerService schedulerService, Optional<StatusReconciler> reconciler) {
    this.config = config;
    this.settings = settings;
    this.signatures = signatures;
    this.paths = new RoutePaths(config, signatures.getRouteSecrets());
    this.secret = signatures.getRouteSecrets().stream().findFirst()
        .orElseThrow(() -> new IllegalStateException("the connection of config '" + config + "' has no secret"));
    this.states = new AuthorizationStates(secret, settings.getProcessing().getDuplicateWindowMillis());
    this.flows = flows;
    this.runner = runner;
    this.limit = new ConcurrencyLimit(config, settings.getProcessing().getMaxConcurrency());
    this.refusals = new RefusalLog(config);
    this.report = new EndpointReport(config, settings, signatures.isRequired());
    this.listeners = listeners;
    this.tunnels = tunnels;
    this.schedulerService = schedulerService;
    this.reconciler = reconciler;
    this.place = new LazyResource<>("config '" + config + "'", this::serve, this::end);
  }

  /**
   * Starts to serve; does nothing where it serves already.
   *
   * @throws MuleException if it can't listen, saying where and why, or is closed
   */
  public void open() throws MuleException {
    place.get();
    report.opened(addresses);
  }

  private OpenEndpoint serve() throws MuleException {
    Registration registration = listeners.register(config, settings.getListener());
    try (StartedParts parts = new StartedParts()) {
      OpenEndpoint opened = parts.add(OpenEndpoint.of(registration, () -> CallbackSchedulers
          .start(schedulerService, config, limit.getMost(), listeners.getApplicationClassLoader())), OpenEndpoint::close);
      PublicAddress fixed = settings.getAddress().fixed(registration.getPort(), registration.isTls());
      addresses = parts.add(settings.getAddress().isTunnelled()
          ? tunnels.addressesOf(config, settings.getAddress(), registration.getPort(), fixed) : new FixedAddress(fixed),
          PublicAddresses::close);
      registration.serve(settings.getBasePath() + RoutePath.startOf(config) + "*", receiver(opened.getSchedulers()));
      return parts.ownedBy(opened);
    }
  }

  private CallbackReceiver receiver(CallbackSchedulers schedulers) {
    BodyReader bodies = new BodyReader(schedulers.timer(), BODY_DEADLINE_MILLIS, settings.getMaxBodyBytes());
    CallbackVerifier verifier = new CallbackVerifier(settings.getBasePath(), signatures, addresses);
    CallbackProcessor processor = new CallbackProcessor(config, new CallbackBodyReader(bodies, refusals), verifier, runner,
                                                        reconciler, refusals, settings.getProcessing().isAsync(), schedulers);
    return new CallbackReceiver(settings.getBasePath(), paths, signatures.isRequired(), bodies, limit, refusals, processor,
                                schedulers, listeners.getApplicationClassLoader());
  }

  /** Logs where callbacks will be listened for, when nothing is opened yet. */
  public void announce() {
    report.announced();
  }

  /** Stops for good, once the callbacks in progress have had the time to end; does nothing where it does not serve. */
  public void close() {
    place.close();
  }

  private void end(OpenEndpoint opened) {
    StopSteps.takeAll(() -> opened.closeWhenEmpty(limit), addresses::close, refusals::close);
  }

  /**
   * @param route where a callback is to go
   * @return the address to give to Twilio in a request
   * @throws MuleException if nothing listens there yet and can't be made to
   */
  public String urlFor(CallbackRoute route) throws MuleException {
    return plainUrlFor(route).concat(ConnectionOverrides.inRequest(route.getKind()));
  }

  /**
   * @param route where a callback is to go
   * @return the address to write into TwiML; nothing of it has to be escaped
   * @throws MuleException if nothing listens there yet and can't be made to
   */
  public String urlInMarkupFor(CallbackRoute route) throws MuleException {
    return plainUrlFor(route).concat(ConnectionOverrides.inMarkup(route.getKind()));
  }

  /**
   * @return makes the states of authorizations
   * @throws MuleException if nothing listens yet for their browsers and can't be made to
   */
  public AuthorizationStates getAuthorizationStates() throws MuleException {
    open();
    return states;
  }

  /**
   * @param accountSid the account that owns a message or call
   * @param sid of the message or call, which was made with a callback's address
   * @param route where that leads
   * @return ends when it is stored that its last status is awaited, or after a bounded wait; always well
   */
  public CompletableFuture<Void> awaitStatus(String accountSid, String sid, CallbackRoute route) {
    return reconciler.map(each -> each.await(new AwaitedStatus(route.getKind(), accountSid, sid), route))
        .orElseGet(() -> CompletableFuture.completedFuture(null));
  }

  /**
   * @param flow a flow's name
   * @return why no callback can run it, or empty where one can
   */
  public Optional<String> reasonAgainstFlow(String flow) {
    return flows.reasonAgainst(flow);
  }

  /**
   * @param url any URL
   * @return where it leads, if it is one that this endpoint has made
   */
  public Optional<CallbackRoute> routeOf(String url) {
    PublicAddresses known = addresses;
    return known == null ? Optional.empty() : known.accepted().stream().map(address -> address.pathAndQueryOf(url))
        .filter(Optional::isPresent).map(Optional::get).map(own -> CallbackRoute.parse(paths, own))
        .filter(Optional::isPresent).map(Optional::get).findFirst();
  }

  /** @return the sources that take the callbacks of routes to sources; the endpoint must be open for them */
  public FlowSources getSources() {
    return flows.getSources();
  }

  /** @return how Twilio reaches the endpoint */
  public AddressSettings getAddressSettings() {
    return settings.getAddress();
  }

  /** @param reason why callbacks can't carry an event's correlation id */
  public void correlationIdLeftOut(String reason) {
    report.correlationIdLeftOut(reason);
  }

  /** @return the config's name */
  public String getConfig() {
    return config;
  }

  private String plainUrlFor(CallbackRoute route) throws MuleException {
    open();
    return addresses.current().url(route.pathAndQuery(secret));
  }
}
