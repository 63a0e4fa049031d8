package org.muletwilio.internal.callback.address;

import org.mule.runtime.api.exception.MuleException;

/** Finds the tunnels that lead to this machine. */
public interface TunnelDiscovery {

  /**
   * @param config the config's name
   * @param settings which agents are asked, and where
   * @param localPort the port that a tunnel must forward to
   * @param local the address without a tunnel
   * @return the addresses of a tunnel that leads to the port, to be closed
   * @throws MuleException if nobody can be asked, since the application stops
   */
  PublicAddresses addressesOf(String config, AddressSettings settings, int localPort, PublicAddress local)
      throws MuleException;
}
