/**
 * Reads scripts of the expression language into what can be evaluated. Begin with {@link
 * org.muletwilio.testkit.expression.syntax.ScriptParser}.
 */
package org.muletwilio.testkit.expression.syntax;
