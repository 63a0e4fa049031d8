/**
 * Opens what is needed when it is first needed, closes it for good, and lets nobody wait under a lock. Begin with {@link
 * org.muletwilio.internal.callback.lifecycle.LazyResource}.
 */
package org.muletwilio.internal.callback.lifecycle;
