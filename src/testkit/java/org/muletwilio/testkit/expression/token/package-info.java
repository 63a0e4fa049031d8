/**
 * Cuts scripts into words. Begin with {@link org.muletwilio.testkit.expression.token.Tokens}.
 */
package org.muletwilio.testkit.expression.token;
