/**
 * The callback loop of one config: it makes the URLs that Twilio gets, and receives what comes back to them. Begin with {@link
 * org.muletwilio.internal.callback.CallbackEndpoint} for the way out and {@link
 * org.muletwilio.internal.callback.CallbackReceiver} for the way in.
 */
package org.muletwilio.internal.callback;
