/** Classes that are read by a test and never run. Begin with {@link org.muletwilio.locks.BadLocks}. */
package org.muletwilio.locks;
