/**
 * Looks up the messages and calls whose last status never came. Begin with {@link
 * org.muletwilio.internal.callback.reconciliation.StatusReconciler}.
 */
package org.muletwilio.internal.callback.reconciliation;
