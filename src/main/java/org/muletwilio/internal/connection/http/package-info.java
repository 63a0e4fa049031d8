/**
 * The requests of the Twilio SDK over the HTTP client of Mule, with the rules for repeats, back-off and errors. Begin with
 * {@link org.muletwilio.internal.connection.http.MuleHttpClient}, then {@link
 * org.muletwilio.internal.connection.http.RequestSender}.
 */
package org.muletwilio.internal.connection.http;
