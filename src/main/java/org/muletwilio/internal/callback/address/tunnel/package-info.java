/**
 * Finds the public address of a tunnel that runs on this machine. Begin with {@link
 * org.muletwilio.internal.callback.address.tunnel.TunnelAgents}; each agent that is known has a class.
 */
package org.muletwilio.internal.callback.address.tunnel;
