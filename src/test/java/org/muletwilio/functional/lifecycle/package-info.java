/**
 * Applications that start, stop and are deployed again, and what they say of a bad configuration.
 * Begin with {@link org.muletwilio.functional.lifecycle.LifecycleTest}.
 */
package org.muletwilio.functional.lifecycle;
