/**
 * Conferences and who takes part in them.
 * Begin with {@link org.muletwilio.simulator.conference.Conferences}.
 */
package org.muletwilio.simulator.conference;
