package org.muletwilio.internal.callback.address.tunnel;

import static java.util.Arrays.asList;
import static java.util.Collections.singletonList;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.mule.runtime.api.scheduler.SchedulerConfig.config;

import org.mule.runtime.api.exception.MuleException;
import org.mule.runtime.api.lifecycle.Disposable;
import org.mule.runtime.api.scheduler.Scheduler;
import org.mule.runtime.api.scheduler.SchedulerService;
import org.mule.runtime.http.api.HttpService;
import org.mule.runtime.http.api.client.HttpClient;

import org.muletwilio.api.parameter.Tunnel;
import org.muletwilio.internal.callback.address.AddressSettings;
import org.muletwilio.internal.callback.address.PublicAddress;
import org.muletwilio.internal.callback.address.PublicAddresses;
import org.muletwilio.internal.callback.address.TunnelDiscovery;
import org.muletwilio.internal.callback.codec.SafeLogger;
import org.muletwilio.internal.callback.lifecycle.LazyResource;
import org.muletwilio.internal.callback.lifecycle.StartedParts;
import org.muletwilio.internal.callback.lifecycle.Waiting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import javax.inject.Inject;

/**
 * The agents of tunnels on this machine: asked on threads that may wait, while an endpoint is open, and by no operation. One for
 * each application, made by registry-bootstrap.properties.
 */
public class TunnelAgents implements TunnelDiscovery, Disposable {

  /** What the agents are given together, where some hang. */
  static final long LONGEST_LOOK_MILLIS = 4000;
  /** What the last of them may take longer, to begin and to end. */
  private static final long GRACE_MILLIS = 1000;
  private static final String NAME = "twilio-tunnel-agents";
  private static final SafeLogger LOGGER = SafeLogger.of(TunnelAgents.class);

  @Inject @jakarta.inject.Inject
  private HttpService httpService;

  @Inject @jakarta.inject.Inject
  private SchedulerService schedulerService;

  private final LazyResource<Scheduler> threads = new LazyResource<>("the application", this::openThreads, Scheduler::stop);

  private final long answerMillis;

  /** Made by Mule, which gives it what it needs. */
  public TunnelAgents() {
    this.answerMillis = AgentApi.ANSWER_MILLIS;
  }

  /** @param answerMillis how long an agent may take for an answer */
  TunnelAgents(HttpService httpService, SchedulerService schedulerService, long answerMillis) {
    this.httpService = httpService;
    this.schedulerService = schedulerService;
    this.answerMillis = answerMillis;
  }

  /** Waits for the agents' first answer, a few seconds at most. */
  @Override
  public PublicAddresses addressesOf(String config, AddressSettings settings, int localPort, PublicAddress local)
      throws MuleException {
    Scheduler open = threads.get();
    TunnelAddresses addresses = new TunnelAddresses(config, () -> CompletableFuture
        .supplyAsync(() -> look(open, settings.getTunnel(), settings.getTunnelAgentPort(), localPort), open), localPort,
                                                    settings.getPublicPath(), local, System::nanoTime);
    CompletableFuture<Void> first = addresses.start(open);
    try {
      Waiting.await(first, LONGEST_LOOK_MILLIS + GRACE_MILLIS, "the tunnel of config '" + config + "'");
    } catch (MuleException e) {
      LOGGER.debug("Config '{}' opens without the answer of a tunnel's agent", config, e);
    }
    return addresses;
  }

  @Override
  public void dispose() {
    threads.close();
  }

  /** The client is used for one look: to stop it is the one way to end connections over which agents send without end. */
  private DiscoveryResult look(ScheduledExecutorService timer, Tunnel tunnel, Optional<Integer> agentPort, int localPort) {
    try (StartedParts parts = new StartedParts()) {
      HttpClient http = parts.add(httpService.getClientFactory().create(AgentApi.clientConfiguration(NAME)), HttpClient::stop);
      http.start();
      AgentApi api = new AgentApi(http, timer, answerMillis, System.nanoTime() + MILLISECONDS.toNanos(LONGEST_LOOK_MILLIS));
      List<String> said = new ArrayList<>();
      for (TunnelAgent agent : agents(tunnel, api)) {
        List<Integer> ports = agentPort.map(port -> asList(port)).orElseGet(() -> new ArrayList<>(agent.usualPorts()));
        DiscoveryResult result = agent.look(ports, localPort);
        if (result.getPublicUrl().isPresent()) {
          return result;
        }
        said.add(result.getSaid());
      }
      return DiscoveryResult.missed(String.join("; ", said));
    }
  }

  private static List<TunnelAgent> agents(Tunnel tunnel, AgentApi api) {
    switch (tunnel) {
      case NGROK:
        return singletonList(new NgrokAgent(api));
      case CLOUDFLARED:
        return singletonList(new CloudflaredAgent(api));
      default:
        return asList(new NgrokAgent(api), new CloudflaredAgent(api));
    }
  }

  private Scheduler openThreads() {
    return schedulerService.ioScheduler(config().withName(NAME).withShutdownTimeout(0, MILLISECONDS));
  }
}
