/**
 * Messages and their way through Twilio's statuses.
 * Begin with {@link org.muletwilio.simulator.message.MessageLifecycle}.
 */
package org.muletwilio.simulator.message;
