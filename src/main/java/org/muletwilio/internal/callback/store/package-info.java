/**
 * Finds the object store that a config names: that of an element of the application, or else a persistent one of Mule's. Begin
 * with {@link org.muletwilio.internal.callback.store.CallbackStores}.
 */
package org.muletwilio.internal.callback.store;
