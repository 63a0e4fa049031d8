/**
 * Any operation of Twilio's API, by its name in the catalogue.
 * Begin with {@link org.muletwilio.functional.request.RequestTest}.
 */
package org.muletwilio.functional.request;
