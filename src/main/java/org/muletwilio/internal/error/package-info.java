/**
 * The error types of the connector and the exceptions that carry them. Begin with {@link
 * org.muletwilio.internal.error.TwilioError}.
 */
package org.muletwilio.internal.error;
