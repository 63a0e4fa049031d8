/**
 * Runs a flow once, however often Twilio sends the same callback. Begin with {@link
 * org.muletwilio.internal.callback.idempotency.IdempotentReceiver}; {@link
 * org.muletwilio.internal.callback.idempotency.IdempotencyKey} says which callbacks are the same.
 */
package org.muletwilio.internal.callback.idempotency;
