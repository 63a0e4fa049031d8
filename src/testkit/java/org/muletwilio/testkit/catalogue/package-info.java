/**
 * Makes the catalogue of Twilio's API from the classes of the Twilio SDK: each creator, fetcher, reader, updater and deleter is asked
 * what it would send. Begin with {@link org.muletwilio.testkit.catalogue.GenerateCatalogue}.
 */
package org.muletwilio.testkit.catalogue;
