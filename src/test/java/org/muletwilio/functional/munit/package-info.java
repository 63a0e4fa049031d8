/** The runner of MUnit suites. Begin with {@link org.muletwilio.functional.munit.MunitSuitesTest}. */
package org.muletwilio.functional.munit;
