/**
 * Calls: made, fetched and updated. Begin with {@link org.muletwilio.internal.call.CallOperations}.
 */
package org.muletwilio.internal.call;
