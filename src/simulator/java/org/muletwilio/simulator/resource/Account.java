package org.muletwilio.simulator.resource;

/**
 * An account of the simulator.
 *
 * @param sid AC…
 * @param authToken authenticates its owner and signs callbacks
 */
public record Account(String sid, String authToken) {

  @Override
  public String toString() {
    return sid;
  }
}
