/**
 * MUnit suites as they are written: their tests, hooks and parameterizations, and the Mule XML that runs them. Begin with {@link
 * org.muletwilio.testkit.munit.suite.MunitSuite}.
 */
package org.muletwilio.testkit.munit.suite;
