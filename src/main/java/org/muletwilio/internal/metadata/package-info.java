/**
 * Tells Studio what callbacks hold. Begin with {@link org.muletwilio.internal.metadata.ReadCallbackOperations}.
 */
package org.muletwilio.internal.metadata;
