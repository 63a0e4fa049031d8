package org.muletwilio.testkit.expression.syntax;

import org.muletwilio.testkit.expression.evaluation.Environment;

import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A file of functions and variables.
 *
 * @param names what it defines
 * @param definitions adds them to an environment
 */
record Module(Set<String> names, UnaryOperator<Environment> definitions) {
}
