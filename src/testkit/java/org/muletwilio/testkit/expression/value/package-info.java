/**
 * The values of the expression language and what can be done with them: comparing, coercing, calculating. Begin with {@link
 * org.muletwilio.testkit.expression.value.DataObject} and {@link org.muletwilio.testkit.expression.value.TypeName}.
 */
package org.muletwilio.testkit.expression.value;
