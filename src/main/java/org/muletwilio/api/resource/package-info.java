/**
 * What operations return: immutable, serializable values with the field names of Twilio. Begin with {@link
 * org.muletwilio.api.resource.Message}.
 */
package org.muletwilio.api.resource;
