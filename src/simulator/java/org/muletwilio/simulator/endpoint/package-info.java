/**
 * The endpoints of the REST API, one class for each resource, and what they refuse.
 * A new resource gets a class here and a line in {@link org.muletwilio.simulator.endpoint.Endpoints}.
 */
package org.muletwilio.simulator.endpoint;
