/**
 * Runs an application from the command line and tells what came of it. Begin with {@link
 * org.muletwilio.testkit.launcher.Launch}.
 */
package org.muletwilio.testkit.launcher;
