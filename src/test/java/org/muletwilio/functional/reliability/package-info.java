/**
 * Each status runs its flow once, whatever is lost, repeated, late or killed.
 * Begin with {@link org.muletwilio.functional.reliability.NothingLostTest}.
 */
package org.muletwilio.functional.reliability;
