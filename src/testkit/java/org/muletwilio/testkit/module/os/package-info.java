/**
 * Stands in for MuleSoft's Object Store connector, {@code os:}, which is not on Maven Central. Begin with {@link
 * org.muletwilio.testkit.module.os.ObjectStoreOperations}.
 */
package org.muletwilio.testkit.module.os;
