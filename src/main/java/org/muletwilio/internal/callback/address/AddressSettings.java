package org.muletwilio.internal.callback.address;

import org.muletwilio.api.parameter.Tunnel;
import org.muletwilio.internal.error.Problems;

import java.util.Optional;

/** What a config sets of the address that Twilio sees; the rest depends on the listener. Immutable. */
public final class AddressSettings {

  private final Optional<String> domain;
  private final Optional<Integer> remotePort;
  private final String publicPath;
  private final Tunnel tunnel;
  private final Optional<Integer> tunnelAgentPort;

  private AddressSettings(Optional<String> domain, Optional<Integer> remotePort, String publicPath, Tunnel tunnel,
                          Optional<Integer> tunnelAgentPort) {
    this.domain = domain;
    this.remotePort = remotePort;
    this.publicPath = publicPath;
    this.tunnel = tunnel;
    this.tunnelAgentPort = tunnelAgentPort;
  }

  /**
   * @param problems is told what is wrong with the settings
   * @param domain host that Twilio sees, with or without a scheme
   * @param remotePort the port that Twilio sees
   * @param pathName the name of the parameter that says the next one
   * @param publicPath what the paths of all callbacks start with, as Twilio sees them
   * @param tunnel whom to ask for the address where there is no domain
   * @param tunnelAgentPort where to ask, if not at the agents' usual ports
   * @return the settings, if nothing is wrong with them
   */
  public static Optional<AddressSettings> of(Problems problems, Optional<String> domain, Optional<Integer> remotePort,
                                             String pathName, String publicPath, Tunnel tunnel,
                                             Optional<Integer> tunnelAgentPort) {
    domain.ifPresent(name -> problems.run(() -> PublicAddress.requireDomain(name)));
    remotePort.ifPresent(port -> problems.run(() -> PublicAddress.requirePort("remotePort", port)));
    tunnelAgentPort.ifPresent(port -> problems.run(() -> PublicAddress.requirePort("tunnelAgentPort", port)));
    Optional<String> path = problems.check(() -> PublicAddress.requirePath(pathName, publicPath));
    problems.require(domain.isPresent() || tunnel == Tunnel.NONE || !remotePort.isPresent(), () -> "remotePort is "
        + remotePort.get() + " and tunnel is " + tunnel + ": a tunnel has its own port. Leave out one of them, or set domain");
    return path.map(valid -> new AddressSettings(domain, remotePort, valid, tunnel, tunnelAgentPort));
  }

  /** @return whether the address has to be asked for */
  public boolean isTunnelled() {
    return !domain.isPresent() && tunnel != Tunnel.NONE;
  }

  /** @return whom to ask */
  public Tunnel getTunnel() {
    return tunnel;
  }

  /** @return where to ask, if not at the agents' usual ports */
  public Optional<Integer> getTunnelAgentPort() {
    return tunnelAgentPort;
  }

  /** @return what the paths of all callbacks start with, as Twilio sees them */
  public String getPublicPath() {
    return publicPath;
  }

  /**
   * @param localPort the port that is listened on
   * @param localTls whether it is listened on with TLS
   * @return the address that the settings make, without asking anybody
   */
  public PublicAddress fixed(int localPort, boolean localTls) {
    return PublicAddress.of(domain, localPort, localTls, remotePort, publicPath);
  }
}
