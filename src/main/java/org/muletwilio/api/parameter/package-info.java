/**
 * The values that XML parameters can take, one enumeration for each parameter. Each constant knows the word that Twilio uses
 * for it.
 */
package org.muletwilio.api.parameter;
