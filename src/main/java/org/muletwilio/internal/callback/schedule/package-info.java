/**
 * Bounds on time and threads: a wait that ends at its deadline without a thread that sleeps, and tasks of which few run at a
 * time. Begin with {@link org.muletwilio.internal.callback.schedule.Deadlines}.
 */
package org.muletwilio.internal.callback.schedule;
