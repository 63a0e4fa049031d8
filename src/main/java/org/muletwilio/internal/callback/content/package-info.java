/**
 * What Twilio sent and what it is answered. Begin with {@link org.muletwilio.internal.callback.content.CallbackRequest} and
 * {@link org.muletwilio.internal.callback.content.CallbackAnswer}.
 */
package org.muletwilio.internal.callback.content;
