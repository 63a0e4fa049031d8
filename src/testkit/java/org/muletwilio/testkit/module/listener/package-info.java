/**
 * {@code http:listener-config} and {@code http:listener}. Begin with {@link org.muletwilio.testkit.module.listener.Listener}.
 */
package org.muletwilio.testkit.module.listener;
