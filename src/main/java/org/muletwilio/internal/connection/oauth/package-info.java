/**
 * Access tokens of an OAuth app: requested, kept and renewed. Begin with {@link
 * org.muletwilio.internal.connection.oauth.BearerAuthorization}.
 */
package org.muletwilio.internal.connection.oauth;
