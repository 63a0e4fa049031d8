/**
 * The functions that the expression language knows, by DataWeave's modules. Begin with {@link
 * org.muletwilio.testkit.expression.function.Library}; {@link org.muletwilio.testkit.expression.function.Libraries} lists them.
 */
package org.muletwilio.testkit.expression.function;
