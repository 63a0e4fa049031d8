package org.muletwilio.internal.callback;

/** A config as operations see it, so that they need not know how it is built. */
public interface CallbackEndpointProvider {

  /**
   * @return the place where the callbacks of this config arrive
   * @throws IllegalStateException before the config has started
   */
  CallbackEndpoint getEndpoint();
}
