/**
 * The attributes of a flow that Twilio calls back. Begin with {@link
 * org.muletwilio.api.callback.CallbackAttributes}; {@link org.muletwilio.api.callback.CallbackKind} lists what Twilio calls
 * back about.
 */
package org.muletwilio.api.callback;
