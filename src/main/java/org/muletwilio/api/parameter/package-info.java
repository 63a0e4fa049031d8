/** The values that XML parameters can take, one enumeration for each parameter. Each constant knows Twilio's name for it. */
package org.muletwilio.api.parameter;
