/**
 * The parts of a call: its settings, what callbacks tell of it, its recordings and transcriptions.
 * Begin with {@link org.muletwilio.simulator.call.CallSettings}.
 */
package org.muletwilio.simulator.call;
