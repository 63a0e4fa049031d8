/**
 * What a flow that Twilio calls back gets beside its payload. Begin with {@link
 * org.muletwilio.api.callback.CallbackAttributes}; {@link org.muletwilio.api.callback.CallbackKind} lists what Twilio calls
 * back about.
 */
package org.muletwilio.api.callback;
