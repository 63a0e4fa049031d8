/**
 * Finds the flow that a callback names, runs it and turns its end into an answer. Begin with {@link
 * org.muletwilio.internal.callback.flow.CallbackRunner}.
 */
package org.muletwilio.internal.callback.flow;
