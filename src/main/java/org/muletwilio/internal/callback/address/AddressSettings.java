package org.muletwilio.internal.callback.address;

import org.muletwilio.api.parameter.Tunnel;

import java.util.Optional;

/** What a config says about the address that Twilio sees; the rest depends on the listener. Immutable. */
public final class AddressSettings {

  /** Stands for the listener's port until that is known. */
  private static final int ANY_PORT = 8081;

  private final Optional<String> domain;
  private final Optional<Integer> remotePort;
  private final String publicPath;
  private final Tunnel tunnel;
  private final Optional<Integer> tunnelAgentPort;

  /**
   * @param domain host that Twilio sees, with or without a scheme
   * @param remotePort the port that Twilio sees
   * @param publicPath what the paths of all callbacks start with, as Twilio sees them
   * @param tunnel whom to ask for the address where there is no domain
   * @param tunnelAgentPort where to ask, if not at the agents' usual ports
   * @throws IllegalArgumentException that says which value is wrong, and why
   */
  public AddressSettings(Optional<String> domain, Optional<Integer> remotePort, String publicPath, Tunnel tunnel,
                         Optional<Integer> tunnelAgentPort) {
    this.domain = domain;
    this.remotePort = remotePort;
    this.publicPath = PublicAddress.requirePath("publicPath", publicPath);
    this.tunnel = tunnel;
    this.tunnelAgentPort = tunnelAgentPort.map(port -> PublicAddress.requirePort("tunnelAgentPort", port));
    fixed(ANY_PORT, false);
    if (isTunnelled() && remotePort.isPresent()) {
      throw new IllegalArgumentException("remotePort is " + remotePort.get() + " and tunnel is " + tunnel
          + ": a tunnel has its own port. Leave out one of them, or set domain");
    }
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
