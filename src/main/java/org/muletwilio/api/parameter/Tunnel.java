package org.muletwilio.api.parameter;

/** Which tunnel's agent on this machine is asked for the public address. The connector never starts a tunnel. */
public enum Tunnel {

  /** No agent: the public address consists of domain and remotePort. */
  NONE,
  /** The agent that runs and forwards to the listener's port. */
  AUTO,
  /** The agent of ngrok. */
  NGROK,
  /** A quick tunnel of cloudflared. */
  CLOUDFLARED
}
