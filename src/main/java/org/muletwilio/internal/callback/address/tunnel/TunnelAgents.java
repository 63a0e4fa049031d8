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
import org.muletwilio.internal.callback.lifecycle.LazyResource;
import org.muletwilio.internal.callback.lifecycle.StopSteps;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.inject.Inject;

/** The agents of tunnels on this machine. One for each application, made by registry-bootstrap.properties. */
public class TunnelAgents implements TunnelDiscovery, Disposable {

  /** What the agents are given together, where some hang. */
  static final long LONGEST_LOOK_MILLIS = 4000;
  private static final String NAME = "twilio-tunnel-agents";

  @Inject @jakarta.inject.Inject
  private HttpService httpService;

  @Inject @jakarta.inject.Inject
  private SchedulerService schedulerService;

  private final LazyResource<Connection> connection = new LazyResource<>("the application", this::connect, Connection::close);

  @Override
  public PublicAddresses addressesOf(String config, AddressSettings settings, int localPort, PublicAddress local) {
    return new TunnelAddresses(config, () -> lookLater(settings.getTunnel(), settings.getTunnelAgentPort(), localPort), localPort,
                               settings.getPublicPath(), local, System::nanoTime, LONGEST_LOOK_MILLIS + 1000);
  }

  @Override
  public void dispose() {
    connection.close();
  }

  /** Agents are asked by a thread that may wait. */
  private CompletableFuture<DiscoveryResult> lookLater(Tunnel tunnel, Optional<Integer> agentPort, int localPort) {
    try {
      Connection open = connection.get();
      return CompletableFuture.supplyAsync(() -> look(open.http, tunnel, agentPort, localPort), open.scheduler);
    } catch (MuleException e) {
      return CompletableFuture.completedFuture(DiscoveryResult.missed(e.getMessage()));
    }
  }

  private static DiscoveryResult look(HttpClient http, Tunnel tunnel, Optional<Integer> agentPort, int localPort) {
    AgentApi api = new AgentApi(http, System.nanoTime() + MILLISECONDS.toNanos(LONGEST_LOOK_MILLIS));
    List<String> said = new ArrayList<>();
    for (TunnelAgent agent : agents(tunnel, api)) {
      List<Integer> ports = agentPort.map(port -> asList(port)).orElseGet(() -> new ArrayList<>(agent.usualPorts()));
      DiscoveryResult sighting = agent.look(ports, localPort);
      if (sighting.getPublicUrl().isPresent()) {
        return sighting;
      }
      said.add(sighting.getSaid());
    }
    return DiscoveryResult.missed(String.join("; ", said));
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

  private Connection connect() {
    HttpClient http = httpService.getClientFactory().create(AgentApi.clientConfiguration());
    http.start();
    return new Connection(http, schedulerService.ioScheduler(config().withName(NAME)));
  }

  /** What agents are asked with. */
  private static final class Connection {

    private final HttpClient http;
    private final Scheduler scheduler;

    private Connection(HttpClient http, Scheduler scheduler) {
      this.http = http;
      this.scheduler = scheduler;
    }

    private void close() {
      StopSteps.takeAll(scheduler::stop, http::stop);
    }
  }
}
