/**
 * Real tunnels whose both ends are on this machine, and a stand-in of their local API. Begin with {@link
 * org.muletwilio.testkit.tunnel.RunningTunnel}.
 */
package org.muletwilio.testkit.tunnel;
