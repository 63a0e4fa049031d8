/**
 * Requests to an endpoint that look like callbacks of Twilio's, and which of them are believed. Begin with
 * {@link org.muletwilio.internal.callback.forgery.MovedTextTest}.
 */
package org.muletwilio.internal.callback.forgery;
