/**
 * Puts the parts of a simulator together.
 * Begin with {@link org.muletwilio.simulator.core.SimulatorCore}.
 */
package org.muletwilio.simulator.core;
