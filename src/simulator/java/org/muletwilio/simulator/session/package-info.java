/**
 * Calls in progress, and the TwiML verbs that they carry out.
 * Begin with {@link org.muletwilio.simulator.session.CallSession}.
 */
package org.muletwilio.simulator.session;
