/**
 * Event Streams: what happens is told to sinks in batches, until it arrives.
 * Begin with {@link org.muletwilio.simulator.event.EventStream}.
 */
package org.muletwilio.simulator.event;
