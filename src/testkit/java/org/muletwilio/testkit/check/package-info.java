/**
 * Finds what is wrong with an application's XML and expressions, with file and line, before anything of it starts. Begin with
 * {@link org.muletwilio.testkit.check.ApplicationCheck}.
 */
package org.muletwilio.testkit.check;
