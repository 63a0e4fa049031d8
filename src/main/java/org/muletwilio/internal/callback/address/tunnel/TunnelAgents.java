package org.muletwilio.internal.callback.address.tunnel;

import static java.util.Arrays.asList;
import static java.util.Collections.singletonList;

import org.mule.runtime.api.lifecycle.Disposable;
import org.mule.runtime.http.api.HttpService;
import org.mule.runtime.http.api.client.HttpClient;

import org.muletwilio.api.parameter.Tunnel;
import org.muletwilio.internal.callback.address.AddressSettings;
import org.muletwilio.internal.callback.address.PublicAddress;
import org.muletwilio.internal.callback.address.PublicAddresses;
import org.muletwilio.internal.callback.address.TunnelDiscovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;

/** The agents of tunnels on this machine. One for each application, made by registry-bootstrap.properties. */
public class TunnelAgents implements TunnelDiscovery, Disposable {

  @Inject
  private HttpService httpService;

  private HttpClient client;

  @Override
  public PublicAddresses addressesOf(String config, AddressSettings settings, int localPort, PublicAddress local) {
    return new TunnelAddresses(config, () -> look(settings.getTunnel(), settings.getTunnelAgentPort(), localPort), localPort,
                               settings.getPublicPath(), local, System::nanoTime);
  }

  @Override
  public synchronized void dispose() {
    if (client != null) {
      client.stop();
      client = null;
    }
  }

  private DiscoveryResult look(Tunnel tunnel, Optional<Integer> agentPort, int localPort) {
    AgentApi api = new AgentApi(client());
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

  private synchronized HttpClient client() {
    if (client == null) {
      client = httpService.getClientFactory().create(AgentApi.clientConfiguration());
      client.start();
    }
    return client;
  }
}
