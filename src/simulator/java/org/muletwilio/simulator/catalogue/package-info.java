/**
 * Answers for the endpoints that have none of their own: by the catalogue of Twilio's API, with what requests have made.
 * Begin with {@link org.muletwilio.simulator.catalogue.GenericApi}.
 */
package org.muletwilio.simulator.catalogue;
