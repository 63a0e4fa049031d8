/**
 * What happens when a script is evaluated: names, selectors, operators, lambdas. Begin with {@link
 * org.muletwilio.testkit.expression.evaluation.Expression}.
 */
package org.muletwilio.testkit.expression.evaluation;
