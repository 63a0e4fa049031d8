/**
 * Makes the catalogue of Twilio's API from the classes of the Twilio SDK: it records what each creator, fetcher, reader, updater
 * and deleter would send. Begin with {@link org.muletwilio.testkit.catalogue.GenerateCatalogue}.
 */
package org.muletwilio.testkit.catalogue;
