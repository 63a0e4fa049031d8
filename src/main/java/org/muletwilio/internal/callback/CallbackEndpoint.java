package org.muletwilio.internal.callback;

import org.mule.runtime.api.exception.MuleException;
import org.mule.runtime.api.util.MultiMap;

import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One config's place on the internet: makes the addresses that Twilio gets and serves the callbacks that come back. */
public final class CallbackEndpoint {

  private static final Logger LOGGER = LoggerFactory.getLogger(CallbackEndpoint.class);

  private final String config;
  private final EndpointSettings settings;
  private final SignatureCheck signatures;
  private final FlowDispatcher flows;
  private final CallbackListeners listeners;
  private CallbackListeners.Registration registration;

  /**
   * @param config the config's name
   * @param settings where the endpoint listens and how Twilio reaches it
   * @param signatures whom it trusts
   * @param flows runs flows
   * @param listeners the application's listeners
   */
  public CallbackEndpoint(String config, EndpointSettings settings, SignatureCheck signatures, FlowDispatcher flows,
                          CallbackListeners listeners) {
    this.config = config;
    this.settings = settings;
    this.signatures = signatures;
    this.flows = flows;
    this.listeners = listeners;
  }

  /**
   * Starts to serve; does nothing where it serves already.
   *
   * @throws MuleException if it can't listen, saying where and why
   */
  public synchronized void open() throws MuleException {
    if (registration != null) {
      return;
    }
    registration = listeners.register(config, settings.getListenAddress(),
                                      settings.getBasePath() + CallbackRoute.configPath(config) + "*",
                                      new CallbackReceiver(this, flows, listeners.getApplicationClassLoader()));
    LOGGER.info("Config '{}' receives Twilio's callbacks at {} (listening on {}, signatures {})", config,
                settings.getPublicAddress(), settings.getListenAddress(), signatures.isRequired() ? "checked" : "not checked");
    if (settings.getPublicAddress().isPrivate()) {
      LOGGER.warn("Config '{}' gives Twilio callback addresses that start with {}: Twilio can't reach that host and refuses it. "
          + "Set domain in http-callback-config to a public host name, for example that of a tunnel", config,
                  settings.getPublicAddress());
    }
    if (!signatures.isRequired()) {
      LOGGER.warn("Config '{}' takes callbacks that nobody signed (validateSignature=\"false\")", config);
    }
  }

  /** Stops to serve; does nothing where it does not serve. */
  public synchronized void close() {
    if (registration != null) {
      registration.close();
      registration = null;
    }
  }

  /**
   * @param route where a callback is to go
   * @return the address to give to Twilio in a request
   * @throws MuleException if nothing listens there yet and can't be made to
   */
  public String urlFor(CallbackRoute route) throws MuleException {
    return plainUrlFor(route) + ConnectionOverrides.inRequest(route.getKind());
  }

  /**
   * @param route where a callback is to go
   * @return the address to write into TwiML; nothing of it has to be escaped
   * @throws MuleException if nothing listens there yet and can't be made to
   */
  public String urlInMarkupFor(CallbackRoute route) throws MuleException {
    return plainUrlFor(route) + ConnectionOverrides.inMarkup(route.getKind());
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
    return settings.isAsync();
  }

  Optional<CallbackRoute> routeOf(CallbackRequest request) {
    return CallbackRoute.parse(config, routePath(request), request.getQuery(), signatures.getTrusted());
  }

  Optional<String> reasonAgainst(CallbackRequest request, MultiMap<String, String> form) {
    return signatures.reasonAgainst(request, urlOf(request), form);
  }

  /** @return the address that Twilio must have been given to call so: the public one, whatever the request's Host header says */
  String urlOf(CallbackRequest request) {
    return settings.getPublicAddress().url(routePath(request) + request.querySuffix());
  }

  private String plainUrlFor(CallbackRoute route) throws MuleException {
    open();
    AuthToken secret = signatures.getTrusted().stream().findFirst()
        .orElseThrow(() -> new IllegalStateException("the connection of config '" + config + "' has no auth token"));
    return settings.getPublicAddress().url(route.pathAndQuery(secret));
  }

  private String routePath(CallbackRequest request) {
    return request.getPath().substring(settings.getBasePath().length());
  }
}
