/**
 * The values that XML parameters can take: an enumeration for each parameter whose values are fixed, and the child elements that
 * an application writes. Begin with {@link org.muletwilio.api.parameter.CallEvent}: each constant has the name that Twilio uses.
 */
package org.muletwilio.api.parameter;
