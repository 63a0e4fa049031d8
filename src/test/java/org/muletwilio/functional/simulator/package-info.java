/**
 * The simulator as users get it: its jar and its page.
 * Begin with {@link org.muletwilio.functional.simulator.SimulatorJarTest}.
 */
package org.muletwilio.functional.simulator;
