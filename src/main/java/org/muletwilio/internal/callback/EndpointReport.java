package org.muletwilio.internal.callback;

import org.mule.runtime.api.exception.MuleException;

import org.muletwilio.internal.callback.address.PublicAddresses;
import org.muletwilio.internal.callback.codec.LogRateLimiter;
import org.muletwilio.internal.callback.codec.SafeLogger;

import java.util.concurrent.atomic.AtomicBoolean;

/** Logs where an endpoint listens, how Twilio reaches it, and which of that can't work or isn't safe. */
final class EndpointReport {

  private static final SafeLogger LOGGER = SafeLogger.of(EndpointReport.class);

  private final String config;
  private final EndpointSettings settings;
  private final boolean signed;
  private final AtomicBoolean told = new AtomicBoolean();
  private final LogRateLimiter correlationWarnings = new LogRateLimiter(System::nanoTime);

  /**
   * @param config the config's name
   * @param settings where the endpoint listens and how Twilio reaches it
   * @param signed whether it asks for signatures
   */
  EndpointReport(String config, EndpointSettings settings, boolean signed) {
    this.config = config;
    this.settings = settings;
    this.signed = signed;
  }

  /** Says how things stand when nothing is opened yet. */
  void announced() {
    LOGGER.info("Config '{}' will open its listener when an operation first names a flow: listening on {}, signatures {}", config,
                settings.getListener(), signatures());
  }

  /** @param addresses those of the endpoint, which listens by now; told once */
  void opened(PublicAddresses addresses) {
    if (told.getAndSet(true)) {
      return;
    }
    String address = currentOf(addresses);
    LOGGER.info("Config '{}' receives Twilio's callbacks: listening on {}, public address {}, signatures {}", config,
                settings.getListener(), address, signatures());
    if (!settings.getAddress().isTunnelled() && addresses.accepted().get(0).isPrivate()) {
      LOGGER.warn("Config '{}' gives Twilio callback addresses that start with {}: Twilio can't reach that host and refuses it. "
          + "Set domain in http-callback-config to a public host name, for example that of a tunnel", config, address);
    }
    if (!signed) {
      LOGGER.warn("Config '{}' takes callbacks that nobody signed (validateSignature=\"false\")", config);
    }
  }

  /** @param reason why callbacks can't carry the correlation id of the event that they belong to */
  void correlationIdLeftOut(String reason) {
    if (correlationWarnings.admit().isPresent()) {
      LOGGER.warn("Config '{}' leaves an event's correlation id out of callback URLs, and the flows that Twilio calls back run "
          + "with new ones: {}", config, reason);
    }
  }

  /** A tunnel may be started after the application. */
  private String currentOf(PublicAddresses addresses) {
    try {
      return addresses.current().toString();
    } catch (MuleException e) {
      LOGGER.warn("Config '{}' has no public address yet, and operations that name a flow will fail: {}", config, e.getMessage());
      return "still unknown";
    }
  }

  private String signatures() {
    return signed ? "checked" : "not checked";
  }
}
