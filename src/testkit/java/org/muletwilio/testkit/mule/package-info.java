/**
 * The embedded Mule: the kernel of Mule 4.1.1 with an application's XML, on Java 17. Begin with {@link
 * org.muletwilio.testkit.mule.EmbeddedMule}.
 */
package org.muletwilio.testkit.mule;
