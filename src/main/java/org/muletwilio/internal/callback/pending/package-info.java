/**
 * The messages and calls whose last status is awaited, as an object store keeps them for all nodes. Begin with {@link
 * org.muletwilio.internal.callback.pending.PendingStore}.
 */
package org.muletwilio.internal.callback.pending;
