/**
 * Mule servers, for the smoke test of the profile {@code compatibility}: one that is installed, or what stands in for one here.
 * Begin with {@link org.muletwilio.testkit.server.MuleServer}.
 */
package org.muletwilio.testkit.server;
