/**
 * What all operations share: callback URLs, validation, paging, units and value lists. Begin with {@link
 * org.muletwilio.internal.operation.CallbackUrls}.
 */
package org.muletwilio.internal.operation;
