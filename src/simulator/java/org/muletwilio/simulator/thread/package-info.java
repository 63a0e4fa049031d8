/**
 * The simulator's threads, all of them bounded, and its pace.
 * Begin with {@link org.muletwilio.simulator.thread.SimulatorThreads}.
 */
package org.muletwilio.simulator.thread;
