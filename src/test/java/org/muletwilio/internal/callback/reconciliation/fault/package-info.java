/**
 * What may go wrong with look-ups: stores, flows and connections that fail, stops, nodes that die, and nodes that share a store.
 * Begin with {@link org.muletwilio.internal.callback.reconciliation.fault.FailingStoreTest}.
 */
package org.muletwilio.internal.callback.reconciliation.fault;
