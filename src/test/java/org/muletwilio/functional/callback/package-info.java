/**
 * Callbacks from Twilio to the flow and back, by what they are about.
 * Begin with {@link org.muletwilio.functional.callback.MessageStatusTest}.
 */
package org.muletwilio.functional.callback;
