/**
 * The child elements of MUnit's processors, such as {@code munit:payload} and {@code munit-tools:then-return}. Begin with {@link
 * org.muletwilio.testkit.munit.tools.parameter.EventValue}.
 */
package org.muletwilio.testkit.munit.tools.parameter;
