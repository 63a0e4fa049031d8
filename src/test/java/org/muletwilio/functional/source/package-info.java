/**
 * Flows that start with a source, and what sources register with Twilio.
 * Begin with {@link org.muletwilio.functional.source.SourceRegistrationTest}.
 */
package org.muletwilio.functional.source;
