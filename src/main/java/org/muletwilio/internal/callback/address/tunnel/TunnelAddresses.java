package org.muletwilio.internal.callback.address.tunnel;

import static java.util.Collections.singletonList;
import static java.util.Collections.unmodifiableList;
import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.mule.runtime.api.i18n.I18nMessageFactory.createStaticMessage;

import org.mule.runtime.api.exception.DefaultMuleException;
import org.mule.runtime.api.exception.MuleException;

import org.muletwilio.internal.callback.address.PublicAddress;
import org.muletwilio.internal.callback.address.PublicAddresses;
import org.muletwilio.internal.callback.codec.Excerpt;
import org.muletwilio.internal.callback.codec.LogText;
import org.muletwilio.internal.callback.codec.SafeLogger;
import org.muletwilio.internal.callback.schedule.RepeatedTask;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The addresses of a tunnel. A restarted tunnel mostly has another one, so the agent is asked again and again, and when a
 * callback fits none: once at a time, however many want to know. Whoever needs an address takes what the agent said last, and
 * never waits for it. What Twilio got before stays accepted. Takes no lock.
 */
final class TunnelAddresses implements PublicAddresses {

  static final int MOST_ADDRESSES = 16;
  /** An address is looked at again after so long; where there is none, each time. */
  static final long FRESH_NANOS = SECONDS.toNanos(5);
  /** Forged callbacks must not keep the agent busy. */
  static final long LOOK_AGAIN_NANOS = SECONDS.toNanos(1);
  /** So soon a tunnel is found that starts after the application. */
  private static final long PAUSE_SECONDS = 1;

  private static final SafeLogger LOGGER = SafeLogger.of(TunnelAddresses.class);

  private final String config;
  private final Supplier<CompletableFuture<DiscoveryResult>> agents;
  private final int localPort;
  private final String path;
  private final LongSupplier clock;
  /** The one that is under way, or the last one; null before the first. */
  private final AtomicReference<CompletableFuture<Look>> latest = new AtomicReference<>();
  /** What the last look saw that has ended. */
  private volatile Look seen;
  private volatile List<PublicAddress> accepted;
  private volatile Future<?> repeated;

  /**
   * @param config the config's name
   * @param agents asks the agents; never waits, and what it answers ends
   * @param localPort the port that a tunnel must forward to
   * @param path what the paths of all callbacks start with
   * @param local the address without a tunnel
   * @param clock tells the time in nanoseconds
   */
  TunnelAddresses(String config, Supplier<CompletableFuture<DiscoveryResult>> agents, int localPort, String path,
                  PublicAddress local, LongSupplier clock) {
    this.config = config;
    this.agents = agents;
    this.localPort = localPort;
    this.path = path;
    this.clock = clock;
    this.seen = new Look(Optional.empty(), "no agent has answered yet", clock.getAsLong());
    this.accepted = singletonList(local);
  }

  @Override
  public PublicAddress current() throws MuleException {
    Look look = seen;
    return look.address.orElseThrow(() -> new DefaultMuleException(createStaticMessage("Config '" + config
        + "' found no tunnel to port " + localPort + ": " + look.said + ". Start one, or set domain in http-callback-config")));
  }

  @Override
  public List<PublicAddress> accepted() {
    return accepted;
  }

  @Override
  public CompletableFuture<Void> lookAgain() {
    return look(LOOK_AGAIN_NANOS, false).thenApply(look -> null);
  }

  /**
   * Begins to ask the agent again and again.
   *
   * @param timer asks; it must be able to wait
   * @return ends, and never fails, once the agent has answered for the first time
   */
  CompletableFuture<Void> start(ScheduledExecutorService timer) {
    CompletableFuture<Void> first = refresh();
    repeated = timer.scheduleWithFixedDelay(new RepeatedTask("The search for the tunnel of config '" + config + "'",
        this::refresh), PAUSE_SECONDS, PAUSE_SECONDS, SECONDS);
    return first;
  }

  @Override
  public void close() {
    Future<?> started = repeated;
    if (started != null) {
      started.cancel(false);
    }
  }

  /** Asks the agent unless its last answer is fresh. Never waits. */
  CompletableFuture<Void> refresh() {
    return look(FRESH_NANOS, true).thenApply(look -> null);
  }

  /** @return the look that is under way, the last one where it is fresh, or else a new one; it doesn't fail */
  private CompletableFuture<Look> look(long freshNanos, boolean addressNeeded) {
    CompletableFuture<Look> mine = new CompletableFuture<>();
    CompletableFuture<Look> before;
    do {
      before = latest.get();
      if (before != null && (!before.isDone() || before.join().isFresh(clock.getAsLong() - freshNanos, addressNeeded))) {
        return before;
      }
    } while (!latest.compareAndSet(before, mine));
    ask().handle((result, failure) -> failure == null ? result : DiscoveryResult.missed("the agents can't be asked: " + failure))
        .thenApply(this::seen).whenComplete((look, failure) -> mine.complete(failure == null ? look : seen));
    return mine;
  }

  private CompletableFuture<DiscoveryResult> ask() {
    try {
      return agents.get();
    } catch (RuntimeException e) {
      return completedFuture(DiscoveryResult.missed(e.getMessage()));
    }
  }

  /** Called by one look at a time. */
  private Look seen(DiscoveryResult result) {
    Look look = lookOf(result);
    Optional<PublicAddress> before = seen.address;
    if (look.address.isPresent() && !look.address.equals(before)) {
      LOGGER.info("Config '{}' is reached through the tunnel of {} at {}", config, look.said, look.address.get());
      accept(look.address.get());
    } else if (!look.address.isPresent() && before.isPresent()) {
      LOGGER.warn("Config '{}' has lost its tunnel {}: {}", config, before.get(), look.said);
    }
    seen = look;
    return look;
  }

  private void accept(PublicAddress address) {
    List<PublicAddress> all = new ArrayList<>(accepted);
    all.remove(address);
    all.add(0, address);
    accepted = unmodifiableList(all.subList(0, Math.min(all.size(), MOST_ADDRESSES)));
  }

  private Look lookOf(DiscoveryResult result) {
    if (!result.getPublicUrl().isPresent()) {
      return new Look(Optional.empty(), result.getSaid(), clock.getAsLong());
    }
    String publicUrl = result.getPublicUrl().get();
    try {
      return new Look(Optional.of(PublicAddress.ofTunnel(publicUrl, path)), result.getSaid(), clock.getAsLong());
    } catch (IllegalArgumentException e) {
      return new Look(Optional.empty(), result.getSaid() + " names the address '" + Excerpt.of(publicUrl) + "': "
          + LogText.of(e.getMessage()),
                      clock.getAsLong());
    }
  }

  /** What the agents said at a time. Immutable. */
  private static final class Look {

    private final Optional<PublicAddress> address;
    private final String said;
    private final long nanos;

    private Look(Optional<PublicAddress> address, String said, long nanos) {
      this.address = address;
      this.said = said;
      this.nanos = nanos;
    }

    private boolean isFresh(long earliest, boolean addressNeeded) {
      return nanos - earliest > 0 && (address.isPresent() || !addressNeeded);
    }
  }
}
