/**
 * What the accounts own: resources as the API shows them, their stores, and the forms that tell of them.
 * Begin with {@link org.muletwilio.simulator.resource.Resource}.
 */
package org.muletwilio.simulator.resource;
