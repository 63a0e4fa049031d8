/**
 * Where a callback goes: kind, flow, correlation id and context, written into a URL and read back from it without any memory.
 * Begin with {@link org.muletwilio.internal.callback.route.CallbackRoute}.
 */
package org.muletwilio.internal.callback.route;
