/**
 * The launcher's command line: its options, their values and its help. Begin with {@link
 * org.muletwilio.testkit.launcher.option.LauncherOptions}.
 */
package org.muletwilio.testkit.launcher.option;
