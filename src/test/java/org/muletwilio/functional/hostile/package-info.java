/**
 * Clients that nobody wants: slow, many, stalled, forged and broken requests.
 * Begin with {@link org.muletwilio.functional.hostile.HostileRequestsTest}.
 */
package org.muletwilio.functional.hostile;
