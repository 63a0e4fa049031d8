/** The modules that stand in for Mule's own. Begin with {@link org.muletwilio.functional.module.HttpListenerTest}. */
package org.muletwilio.functional.module;
