/**
 * Parameters of requests to the API: what is refused, what becomes a property of a resource, and which page of a list is wanted.
 * Begin with {@link org.muletwilio.simulator.parameter.Properties}.
 */
package org.muletwilio.simulator.parameter;
