/**
 * Load on a listener: many requests over a few connections, and senders that stall. Begin with {@link
 * org.muletwilio.testkit.load.Load}.
 */
package org.muletwilio.testkit.load;
