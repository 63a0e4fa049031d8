/**
 * An application's project on disk: its files, its flows and where its callbacks lead. Begin with {@link
 * org.muletwilio.testkit.project.MuleProject}.
 */
package org.muletwilio.testkit.project;
