/**
 * The HTTP listeners of an application, shared by its configs: own ones, and those of the HTTP connector. Begin with {@link
 * org.muletwilio.internal.callback.listener.CallbackListeners}.
 */
package org.muletwilio.internal.callback.listener;
