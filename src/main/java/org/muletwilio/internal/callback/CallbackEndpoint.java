package org.muletwilio.internal.callback;

import static java.util.concurrent.CompletableFuture.completedFuture;

import org.mule.runtime.api.exception.MuleException;

import org.muletwilio.internal.callback.address.FixedAddress;
import org.muletwilio.internal.callback.address.PublicAddress;
import org.muletwilio.internal.callback.address.PublicAddresses;
import org.muletwilio.internal.callback.address.TunnelDiscovery;
import org.muletwilio.internal.callback.content.CallbackBody;
import org.muletwilio.internal.callback.content.CallbackRequest;
import org.muletwilio.internal.callback.flow.CallbackRunner;
import org.muletwilio.internal.callback.flow.FlowDispatcher;
import org.muletwilio.internal.callback.lifecycle.LazyResource;
import org.muletwilio.internal.callback.listener.CallbackListeners;
import org.muletwilio.internal.callback.listener.Registration;
import org.muletwilio.internal.callback.reconciliation.AwaitedStatus;
import org.muletwilio.internal.callback.reconciliation.StatusReconciler;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.route.ConnectionOverrides;
import org.muletwilio.internal.callback.route.RoutePath;
import org.muletwilio.internal.callback.route.RoutePaths;
import org.muletwilio.internal.callback.signature.Authentication;
import org.muletwilio.internal.callback.signature.SignatureCheck;
import org.muletwilio.internal.callback.trust.RouteSecret;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** One config's place on the internet: makes the addresses that Twilio gets and serves the callbacks that come back. */
public final class CallbackEndpoint {

  /** Mule's own default for what is in progress when an application stops. */
  private static final long LONGEST_STOP_MILLIS = 5000;

  private final String config;
  private final EndpointSettings settings;
  private final SignatureCheck signatures;
  private final RoutePaths paths;
  private final FlowDispatcher flows;
  private final CallbackRunner runner;
  private final ConcurrencyLimit admission;
  private final RefusalLog refusals;
  private final EndpointReport report;
  private final CallbackListeners listeners;
  private final TunnelDiscovery tunnels;
  private final Optional<StatusReconciler> reconciler;
  private final LazyResource<Registration> place;
  /** Known before the first callback can come. */
  private volatile PublicAddresses addresses;
  private final AtomicBoolean reported = new AtomicBoolean();

  /**
   * @param config the config's name
   * @param settings where the endpoint listens and how Twilio reaches it
   * @param signatures whom it trusts
   * @param flows finds flows
   * @param runner runs them
   * @param listeners the application's listeners
   * @param tunnels those that may lead here
   * @param reconciler looks up what never calls back, if that is wanted
   */
  public CallbackEndpoint(String config, EndpointSettings settings, SignatureCheck signatures, FlowDispatcher flows,
                          CallbackRunner runner, CallbackListeners listeners, TunnelDiscovery tunnels,
                          Optional<StatusReconciler> reconciler) {
    this.config = config;
    this.settings = settings;
    this.signatures = signatures;
    this.paths = new RoutePaths(config, signatures.getRouteSecrets());
    this.flows = flows;
    this.runner = runner;
    this.admission = new ConcurrencyLimit(config, settings.getProcessing().getMaxConcurrency());
    this.refusals = new RefusalLog(config);
    this.report = new EndpointReport(config, settings, signatures.isRequired());
    this.listeners = listeners;
    this.tunnels = tunnels;
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
    if (reported.compareAndSet(false, true)) {
      report.opened(addresses);
    }
  }

  private Registration serve() throws MuleException {
    Registration registration = listeners.register(config, settings.getListener());
    try {
      PublicAddress fixed = settings.getAddress().fixed(registration.getPort(), registration.isTls());
      addresses = settings.getAddress().isTunnelled()
          ? tunnels.addressesOf(config, settings.getAddress(), registration.getPort(), fixed) : new FixedAddress(fixed);
      registration.serve(settings.getBasePath() + RoutePath.startOf(config) + "*",
                         new CallbackReceiver(this, runner, admission, refusals, listeners.getApplicationClassLoader()));
      return registration;
    } catch (MuleException | RuntimeException e) {
      registration.close();
      throw e;
    }
  }

  /** Says how things stand when nothing is opened yet. */
  public void announce() {
    report.announced();
  }

  /** Stops for good, once the callbacks in progress have had the time to end; does nothing where it does not serve. */
  public void close() {
    place.close();
  }

  private void end(Registration registration) {
    registration.refuse();
    admission.awaitEmpty(LONGEST_STOP_MILLIS);
    registration.close();
    refusals.close();
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
   * @param accountSid the account that owns a message or call
   * @param sid of the message or call, which was made with a callback's address
   * @param route where that leads
   */
  public void awaitStatus(String accountSid, String sid, CallbackRoute route) {
    reconciler.ifPresent(each -> each.await(new AwaitedStatus(route.getKind(), accountSid, sid), route));
  }

  /** Called when a flow has been told a last status. */
  void statusHasCome(AwaitedStatus status) {
    reconciler.ifPresent(each -> each.forget(status));
  }

  /**
   * @param flow a flow's name
   * @return why no callback can run it, or empty where one can
   */
  public Optional<String> reasonAgainstFlow(String flow) {
    return flows.reasonAgainst(flow);
  }

  /** @return the config's name */
  public String getConfig() {
    return config;
  }

  boolean isAsync() {
    return settings.getProcessing().isAsync();
  }

  Optional<CallbackRoute> routeOf(CallbackRequest request) {
    String path = request.getPath();
    return path != null && path.startsWith(settings.getBasePath())
        ? CallbackRoute.parse(paths, routePath(request), request.getQuery()) : Optional.empty();
  }

  /**
   * The public address counts, whatever the request's Host header says.
   *
   * @return for which address the request is signed, and by whom; empty where it isn't signed for any that Twilio may have been
   *         given
   */
  CompletableFuture<Optional<Authentication>> authenticate(CallbackRequest request, CallbackBody body) {
    List<PublicAddress> known = addresses.accepted();
    Optional<Authentication> genuine = authenticateAmong(known, request, body);
    if (genuine.isPresent() || !request.getSignature().isPresent()) {
      return completedFuture(genuine);
    }
    return addresses.lookAgain().thenApply(any -> {
      List<PublicAddress> since = addresses.accepted();
      return since == known ? genuine : authenticateAmong(since, request, body);
    });
  }

  private Optional<Authentication> authenticateAmong(List<PublicAddress> known, CallbackRequest request,
                                                     CallbackBody body) {
    String rest = routePath(request) + request.querySuffix();
    for (PublicAddress address : known) {
      Optional<Authentication> genuine = signatures.authenticate(request, address.url(rest), body);
      if (genuine.isPresent()) {
        return genuine;
      }
    }
    return Optional.empty();
  }

  private String plainUrlFor(CallbackRoute route) throws MuleException {
    open();
    RouteSecret secret = signatures.getRouteSecrets().stream().findFirst()
        .orElseThrow(() -> new IllegalStateException("the connection of config '" + config + "' has no secret"));
    return addresses.current().url(route.pathAndQuery(secret));
  }

  private String routePath(CallbackRequest request) {
    return request.getPath().substring(settings.getBasePath().length());
  }
}
