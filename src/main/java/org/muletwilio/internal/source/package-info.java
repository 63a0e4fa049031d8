/**
 * The sources: flows that run when Twilio calls, for a number, a messaging service, a sender or an application. Begin with {@link
 * org.muletwilio.internal.source.CallbackSource}, which each of them extends.
 */
package org.muletwilio.internal.source;
