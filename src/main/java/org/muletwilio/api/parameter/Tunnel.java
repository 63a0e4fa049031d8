package org.muletwilio.api.parameter;

/** Which tunnel's agent on this machine is asked for the public address. None is ever started. */
public enum Tunnel {

  /** None: the address is made of domain and remotePort. */
  NONE,
  /** Whichever of the others runs and forwards to the listener's port. */
  AUTO,
  /** The agent of ngrok. */
  NGROK,
  /** A quick tunnel of cloudflared. */
  CLOUDFLARED
}
