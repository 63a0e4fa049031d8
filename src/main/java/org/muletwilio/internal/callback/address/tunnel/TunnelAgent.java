package org.muletwilio.internal.callback.address.tunnel;

import java.util.Collection;

/** A program on this machine that forwards a public address to a local port, and tells about it over HTTP. */
interface TunnelAgent {

  /** @return the ports that its HTTP API takes by itself: the first that is free */
  Collection<Integer> usualPorts();

  /**
   * @param agentPorts the ports to ask at
   * @param localPort the port that must be forwarded to
   * @return the tunnel's address, or what was seen instead
   */
  DiscoveryResult look(Collection<Integer> agentPorts, int localPort);
}
