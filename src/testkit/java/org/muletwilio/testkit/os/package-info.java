/**
 * Object stores as elements of an application, also in a real Redis, which an application then shares with others. Begin with {@link
 * org.muletwilio.testkit.os.OsExtension}.
 */
package org.muletwilio.testkit.os;
