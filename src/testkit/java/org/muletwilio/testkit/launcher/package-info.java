/**
 * Runs an application from the command line and prints what happened. Begin with {@link
 * org.muletwilio.testkit.launcher.Launch}.
 */
package org.muletwilio.testkit.launcher;
