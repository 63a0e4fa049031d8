/** The launcher and the demo. Begin with {@link org.muletwilio.functional.launcher.DemoTest}. */
package org.muletwilio.functional.launcher;
