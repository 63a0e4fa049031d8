/**
 * Stands in for Mule's scheduler service, which is not on Maven Central. Begin with {@link
 * org.muletwilio.testkit.scheduler.EmbeddedSchedulerService}.
 */
package org.muletwilio.testkit.scheduler;
