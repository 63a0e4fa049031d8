/**
 * How a config reaches the REST API of Twilio: the connection providers and their settings. Begin with {@link
 * org.muletwilio.internal.connection.TwilioConnectionProvider}; the requests themselves are sent by the room
 * <code>http</code>.
 */
package org.muletwilio.internal.connection;
