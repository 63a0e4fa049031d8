package org.muletwilio.simulator.resource;

/**
 * An account of the simulator.
 *
 * @param sid AC…
 * @param authToken what its owner signs in with and Twilio signs with
 */
public record Account(String sid, String authToken) {

  @Override
  public String toString() {
    return sid;
  }
}
