/**
 * {@code http:request-config} and {@code http:request}. Begin with {@link
 * org.muletwilio.testkit.module.request.RequestOperations}.
 */
package org.muletwilio.testkit.module.request;
