/**
 * Requests to Twilio: how they get there, what fails, what is sent again and what is never told.
 * Begin with {@link org.muletwilio.functional.outbound.OutboundTest}.
 */
package org.muletwilio.functional.outbound;
