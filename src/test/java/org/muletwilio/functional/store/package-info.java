/**
 * Object stores that are slow, stuck, out of order or elements of the application.
 * Begin with {@link org.muletwilio.functional.store.BadObjectStoresTest}.
 */
package org.muletwilio.functional.store;
