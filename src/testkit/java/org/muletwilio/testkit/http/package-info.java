/**
 * Mule's HTTP service at its worst: handlers on selector threads, and bodies that stall, never end or fail. Begin with {@link
 * org.muletwilio.testkit.http.HostileBody}.
 */
package org.muletwilio.testkit.http;
