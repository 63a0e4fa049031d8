/**
 * The public address under which Twilio reaches the listener. Begin with {@link
 * org.muletwilio.internal.callback.address.PublicAddress}; the room <code>tunnel</code> asks tunnel agents for it.
 */
package org.muletwilio.internal.callback.address;
