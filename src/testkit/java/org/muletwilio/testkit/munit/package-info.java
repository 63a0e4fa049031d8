/**
 * Runs MUnit suites on the embedded Mule. Begin with {@link org.muletwilio.testkit.munit.SuiteRun}.
 */
package org.muletwilio.testkit.munit;
