package org.muletwilio.internal.callback.address.tunnel;

import static java.util.Collections.singletonList;
import static java.util.Collections.unmodifiableList;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.mule.runtime.api.i18n.I18nMessageFactory.createStaticMessage;

import org.mule.runtime.api.exception.DefaultMuleException;
import org.mule.runtime.api.exception.MuleException;

import org.muletwilio.internal.callback.address.PublicAddress;
import org.muletwilio.internal.callback.address.PublicAddresses;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The addresses of a tunnel. A restarted tunnel mostly has another one, so the agent is asked when an address is needed, and when
 * a callback fits none. What Twilio got before stays accepted.
 */
final class TunnelAddresses implements PublicAddresses {

  static final int MOST_ADDRESSES = 16;
  static final long FRESH_NANOS = SECONDS.toNanos(5);
  /** Forged callbacks must not keep the agent busy. */
  static final long LOOK_AGAIN_NANOS = SECONDS.toNanos(1);

  private static final Logger LOGGER = LoggerFactory.getLogger(TunnelAddresses.class);

  private final String config;
  private final Supplier<DiscoveryResult> agents;
  private final int localPort;
  private final String path;
  private final LongSupplier clock;
  private volatile List<PublicAddress> accepted;
  private DiscoveryResult latest;
  private long askedAt;
  private PublicAddress present;

  TunnelAddresses(String config, Supplier<DiscoveryResult> agents, int localPort, String path, PublicAddress local,
                  LongSupplier clock) {
    this.config = config;
    this.agents = agents;
    this.localPort = localPort;
    this.path = path;
    this.clock = clock;
    this.accepted = singletonList(local);
  }

  @Override
  public synchronized PublicAddress current() throws MuleException {
    if (present == null || isOlderThan(FRESH_NANOS)) {
      ask();
    }
    if (present == null) {
      throw new DefaultMuleException(createStaticMessage("Config '" + config + "' found no tunnel to port " + localPort + ": "
          + latest.getSaid() + ". Start one, or set domain in http-callback-config"));
    }
    return present;
  }

  @Override
  public List<PublicAddress> accepted() {
    return accepted;
  }

  @Override
  public synchronized void lookAgain() {
    if (isOlderThan(LOOK_AGAIN_NANOS)) {
      ask();
    }
  }

  private boolean isOlderThan(long nanos) {
    return latest == null || clock.getAsLong() - askedAt >= nanos;
  }

  private void ask() {
    latest = agents.get();
    askedAt = clock.getAsLong();
    Optional<PublicAddress> found = latest.getPublicUrl().flatMap(this::addressOf);
    PublicAddress before = present;
    present = found.orElse(null);
    if (present != null && !present.equals(before)) {
      LOGGER.info("Config '{}' is reached through the tunnel of {} at {}", config, latest.getSaid(), present);
      accept(present);
    } else if (present == null && before != null) {
      LOGGER.warn("Config '{}' has lost its tunnel {}: {}", config, before, latest.getSaid());
    }
  }

  private void accept(PublicAddress address) {
    List<PublicAddress> all = new ArrayList<>(accepted);
    all.remove(address);
    all.add(0, address);
    accepted = unmodifiableList(all.subList(0, Math.min(all.size(), MOST_ADDRESSES)));
  }

  private Optional<PublicAddress> addressOf(String publicUrl) {
    try {
      URI uri = URI.create(publicUrl);
      if (uri.getHost() == null) {
        throw new IllegalArgumentException("it has no host, or one that Twilio refuses");
      }
      Optional<Integer> port = uri.getPort() < 0 ? Optional.empty() : Optional.of(uri.getPort());
      return Optional.of(PublicAddress.of(Optional.of(uri.getScheme() + "://" + uri.getHost()), localPort, port, path));
    } catch (IllegalArgumentException e) {
      latest = DiscoveryResult.missed(latest.getSaid() + " names the address '" + publicUrl + "': " + e.getMessage());
      return Optional.empty();
    }
  }
}
