/**
 * The REST API without its endpoints: server, accounts and credentials, routing, errors and planned faults.
 * Begin with {@link org.muletwilio.simulator.api.ApiServer}.
 */
package org.muletwilio.simulator.api;
