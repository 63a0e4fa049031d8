/**
 * What assertions compare values with: the functions of {@code MunitTools::} and of {@code dw::test::Asserts}. Begin with {@link
 * org.muletwilio.testkit.munit.matcher.Matcher}.
 */
package org.muletwilio.testkit.munit.matcher;
