/**
 * The embedded expression language, which stands where DataWeave would be: a part of DataWeave 2. Begin with {@link
 * org.muletwilio.testkit.expression.EmbeddedExpressionLanguage}.
 */
package org.muletwilio.testkit.expression;
