/**
 * Callbacks as Twilio sends them: queued, signed, delivered, retried, and disturbed by faults.
 * Begin with {@link org.muletwilio.simulator.callback.CallbackSender}.
 */
package org.muletwilio.simulator.callback;
