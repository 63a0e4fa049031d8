/**
 * The way to the connector: its own listener, a shared one, proxies and tunnels.
 * Begin with {@link org.muletwilio.functional.listener.SharedListenerTest}.
 */
package org.muletwilio.functional.listener;
