/**
 * Mule's HTTP service as later versions of Mule have it, and at its worst: handlers on selector threads, and bodies that come in
 * pieces, stall, never end or fail. Begin with {@link org.muletwilio.testkit.http.HttpMode}; servers that answer as badly are
 * {@link org.muletwilio.testkit.http.BadServer}.
 */
package org.muletwilio.testkit.http;
