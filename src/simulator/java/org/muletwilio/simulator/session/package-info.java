/**
 * Calls in progress, and the TwiML verbs that they carry out.
 * Begin with {@link org.muletwilio.simulator.session.CallSession}; the {@link org.muletwilio.simulator.session.Switchboard} starts it.
 */
package org.muletwilio.simulator.session;
