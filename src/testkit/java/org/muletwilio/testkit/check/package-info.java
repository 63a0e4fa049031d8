/**
 * Finds the problems of an application's XML and expressions, with file and line, before it starts. Begin with
 * {@link org.muletwilio.testkit.check.ApplicationCheck}.
 */
package org.muletwilio.testkit.check;
