/**
 * The elements and functions of MUnit and MUnit Tools that suites use. Begin with {@link
 * org.muletwilio.testkit.munit.tools.MunitToolsExtension}.
 */
package org.muletwilio.testkit.munit.tools;
