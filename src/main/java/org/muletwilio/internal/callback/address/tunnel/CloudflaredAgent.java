package org.muletwilio.internal.callback.address.tunnel;

import static java.util.Arrays.asList;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * cloudflared: <code>GET /quicktunnel</code> on its metrics port names the host of its quick tunnel, but not the local port. So
 * an agent is used if it is the only one that runs.
 */
final class CloudflaredAgent implements TunnelAgent {

  private final AgentApi api;

  CloudflaredAgent(AgentApi api) {
    this.api = api;
  }

  @Override
  public Collection<Integer> usualPorts() {
    return asList(20241, 20242, 20243, 20244, 20245);
  }

  @Override
  public DiscoveryResult look(Collection<Integer> agentPorts, int localPort) {
    Set<String> hosts = new TreeSet<>();
    boolean answered = false;
    for (int agentPort : agentPorts) {
      String host = api.get(agentPort, "/quicktunnel").map(answer -> answer.path("hostname").textValue()).orElse(null);
      answered |= host != null;
      if (host != null && !host.isEmpty()) {
        hosts.add(host);
      }
    }
    if (hosts.size() == 1) {
      return DiscoveryResult.found("https://" + hosts.iterator().next(), "cloudflared");
    }
    return DiscoveryResult.missed(!answered ? "no cloudflared answers on 127.0.0.1 at " + agentPorts
        : hosts.isEmpty() ? "cloudflared has no quick tunnel"
            : "cloudflared has " + hosts + " and doesn't say which of them leads to this port: set tunnelAgentPort or domain");
  }
}
