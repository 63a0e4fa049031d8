/**
 * Where persistent object stores are, and stores that misbehave: slow, stuck, failing, stopping or not atomic. Begin with {@link
 * org.muletwilio.testkit.store.HookedObjectStores}.
 */
package org.muletwilio.testkit.store;
