package org.muletwilio.internal.callback.address.tunnel;

import static java.util.Arrays.asList;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** ngrok: <code>GET /api/tunnels</code> lists its tunnels with the address that each forwards to. */
final class NgrokAgent implements TunnelAgent {

  private static final Pattern PORT = Pattern.compile("(?:^|:)([0-9]{1,5})/?$");

  private final AgentApi api;

  NgrokAgent(AgentApi api) {
    this.api = api;
  }

  @Override
  public Collection<Integer> usualPorts() {
    return asList(4040, 4041, 4042, 4043, 4044);
  }

  @Override
  public DiscoveryResult look(Collection<Integer> agentPorts, int localPort) {
    Set<String> others = new TreeSet<>();
    boolean answered = false;
    for (int agentPort : agentPorts) {
      Optional<JsonNode> tunnels =
        api.get(agentPort, "/api/tunnels").map(answer -> answer.path("tunnels")).filter(JsonNode::isArray);
      answered |= tunnels.isPresent();
      String best = "";
      for (JsonNode tunnel : tunnels.map(list -> (Iterable<JsonNode>) list).orElse(asList())) {
        String publicUrl = tunnel.path("public_url").asText();
        String forwardsTo = tunnel.path("config").path("addr").asText();
        if (!publicUrl.startsWith("http") || portOf(forwardsTo) != localPort) {
          others.add(publicUrl + " to " + forwardsTo);
        } else if (best.isEmpty() || publicUrl.startsWith("https:") && !best.startsWith("https:")) {
          best = publicUrl;
        }
      }
      if (!best.isEmpty()) {
        return DiscoveryResult.found(best, "ngrok");
      }
    }
    return DiscoveryResult.missed(!answered ? "no ngrok answers on 127.0.0.1 at " + agentPorts
        : others.isEmpty() ? "ngrok has no tunnel" : "ngrok forwards " + String.join(", ", others));
  }

  /** The address is <code>http://localhost:8081</code>, <code>localhost:8081</code>, <code>8081</code> or without its port. */
  private static int portOf(String address) {
    Matcher port = PORT.matcher(address);
    if (port.find()) {
      return Integer.parseInt(port.group(1));
    }
    return address.startsWith("https:") ? 443 : address.startsWith("http:") ? 80 : 0;
  }
}
