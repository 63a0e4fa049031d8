/**
 * The resources at Twilio that hold the addresses of sources: numbers, messaging services, senders, applications, sinks. Begin
 * with {@link org.muletwilio.internal.source.resource.WebhookRegistration}.
 */
package org.muletwilio.internal.source.resource;
