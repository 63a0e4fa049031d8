/**
 * What assertions in Java implement to be run by {@code munit-tools:run-custom}. Begin with {@link
 * org.mule.munit.assertion.api.MunitAssertion}.
 */
package org.mule.munit.assertion.api;
