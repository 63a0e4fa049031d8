/**
 * Programs that tests drive where they are installed, and what these need: free ports and certificates. Begin with {@link
 * org.muletwilio.testkit.tool.Tool}.
 */
package org.muletwilio.testkit.tool;
