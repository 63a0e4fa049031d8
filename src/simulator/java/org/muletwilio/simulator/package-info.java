/**
 * Twilio on this machine: its REST API, and callbacks as Twilio sends them, for a JDK alone.
 * Begin with {@link org.muletwilio.simulator.TwilioSimulator}; {@link org.muletwilio.simulator.Main} is its command line.
 */
package org.muletwilio.simulator;
