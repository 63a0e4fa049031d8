/**
 * The elements of {@code munit:} and {@code munit-tools:} that a running test uses, as extensions of Mule. Begin with {@link
 * org.muletwilio.testkit.munit.tools.MunitToolsExtension}.
 */
package org.muletwilio.testkit.munit.tools;
