package org.muletwilio.simulator;

/**
 * An account of the simulator.
 *
 * @param sid AC…
 * @param authToken what its owner signs in with and Twilio signs with
 */
record Account(String sid, String authToken) {

  @Override
  public String toString() {
    return sid;
  }
}
